import { createServer, request, type ServerResponse } from 'node:http';

/** How the gateway seems to answer: itself, a bare status, or something no gateway should say. */
export type Spoil = 'good' | 400 | 401 | 409 | 413 | 429 | 500 | 'html' | 'half' | 'nothing';

export interface SpoilingProxy {
  readonly url: string;
  readonly spoil: (how: Spoil) => void;
  /** requests that were answered spoilt since the last change */
  readonly spoilt: () => number;
  readonly close: () => Promise<void>;
}

/** Stands between host and gateway and spoils every answer as told; what the gateway did is done all the same when `half`. */
export async function spoilingProxy(target: () => string): Promise<SpoilingProxy> {
  let how: Spoil = 'good';
  let count = 0;
  const server = createServer((incoming, answer) => {
    const now = how;
    if (now !== 'good' && now !== 'half') {
      count += 1;
      incoming.resume();
      incoming.on('end', () => spoiltAnswer(answer, now));
      return;
    }
    const onward = request(
      new URL(incoming.url ?? '/', target()),
      { method: incoming.method, headers: incoming.headers },
      (reply) => {
        if (now === 'half') {
          count += 1;
          return halfOf(reply, answer);
        }
        answer.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(answer);
      },
    );
    onward.on('error', () => answer.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    spoil: (next) => {
      how = next;
      count = 0;
    },
    spoilt: () => count,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

function spoiltAnswer(answer: ServerResponse, how: Exclude<Spoil, 'good' | 'half'>): void {
  if (how === 'nothing') return void answer.destroy();
  if (how === 'html')
    return void answer
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>Đăng nhập mạng</title><p>Wi-Fi</p>');
  const retry = how === 429 ? { 'retry-after': '1' } : {};
  answer.writeHead(how, { 'content-type': 'text/plain', ...retry }).end('spoilt');
}

function halfOf(
  reply: NodeJS.ReadableStream & { headers: object; statusCode?: number },
  answer: ServerResponse,
): void {
  const parts: Buffer[] = [];
  reply.on('data', (part: Buffer) => parts.push(part));
  reply.on('end', () => {
    const whole = Buffer.concat(parts);
    answer.writeHead(reply.statusCode ?? 502, { ...reply.headers, 'content-length': whole.length });
    answer.write(whole.subarray(0, Math.floor(whole.length / 2)), () => answer.destroy());
  });
}
