import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { z } from 'zod';
import { Problem } from './problem.ts';

const inflate = promisify(gunzip);
const deflate = promisify(gzip);

/** Reads the body as sent, stopping at `limit` bytes. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  const announced = Number(request.headers.get('content-length') ?? '0');
  if (announced > limit) throw new Problem('too-large', `the body may have ${limit} bytes`);
  if (!request.body) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) throw new Problem('too-large', `the body may have ${limit} bytes`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Undoes `content-encoding: gzip`; a small body that would grow over `limit` is refused before it does. */
export async function decoded(body: Uint8Array, encoding: string | null, limit: number): Promise<Uint8Array> {
  if (encoding === null || encoding === 'identity') return body;
  if (encoding !== 'gzip') throw new Problem('malformed', 'content-encoding must be gzip or absent');
  try {
    return await inflate(body, { maxOutputLength: limit });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE')
      throw new Problem('too-large', `the body may inflate to ${limit} bytes`);
    throw new Problem('malformed', 'the body is not gzip');
  }
}

/** Body as JSON of a schema. */
export function parsed<T extends z.ZodType>(schema: T, body: Uint8Array): z.infer<T> {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new Problem('malformed', 'the body is not JSON in UTF-8');
  }
  const result = schema.safeParse(raw);
  if (!result.success) {
    const path = result.error.issues[0]?.path.map(String).join('.').slice(0, 100) ?? '';
    throw new Problem('malformed', `the body does not follow protocol 1 at "${path}"`);
  }
  return result.data;
}

/** JSON answer, compressed when the asker accepts it and it is worth it. */
export async function jsonReply(request: Request, value: unknown): Promise<Response> {
  const text = JSON.stringify(value);
  const headers = {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    vary: 'accept-encoding',
  };
  if (text.length < 1400 || !(request.headers.get('accept-encoding') ?? '').includes('gzip'))
    return new Response(text, { headers });
  return new Response(new Uint8Array(await deflate(text)), {
    headers: { ...headers, 'content-encoding': 'gzip' },
  });
}
