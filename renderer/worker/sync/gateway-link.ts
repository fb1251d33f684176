import type { z } from 'zod';
import type { Host } from '../../../shared/host/contract.ts';
import { asHostError } from '../../../shared/host/host-error.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type {
  Clock,
  Digest,
  GatewayAnswer,
  GatewayRequest,
  IdSource,
  Signer,
} from '../../../shared/ports.ts';
import { signRequest } from '../../../shared/protocol/http-signature.ts';
import { type Exchange, readAnswer } from '../../../shared/sync/answer.ts';
import type { LineProblem } from '../../../shared/sync/line-problem.ts';
import { gunzipped, gzipped } from './gzip.ts';

export interface LinkPorts {
  readonly host: Pick<Host, 'request'>;
  readonly signer: Signer;
  readonly device: string;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly digest: Digest;
}

export interface Ask {
  readonly method: GatewayRequest['method'];
  readonly path: string;
  /** a message, sent as JSON */
  readonly message?: unknown;
  /** a file, sent as it is */
  readonly bytes?: Uint8Array;
  readonly timeoutMs?: number;
}

export interface Told<T> {
  readonly answer: Result<T, LineProblem>;
  readonly tookMs: number;
}

/** Signed exchanges with the province, through the host, read strictly. */
export interface GatewayLink {
  readonly ask: <T extends z.ZodType>(ask: Ask, schema: T) => Promise<Told<z.infer<T>>>;
  /** province time as just heard; requests are dated by it, because this machine's clock may be wrong */
  readonly heardTime: (serverIso: string, roundTripMs: number) => void;
}

const TIMEOUT_MS = 30_000;
const COMPRESS_FROM_BYTES = 1_000;

export function createGatewayLink(ports: LinkPorts): GatewayLink {
  const { clock } = ports;
  let heard: { readonly province: number; readonly monotonic: number } | undefined;
  const provinceNow = () => (heard ? heard.province + clock.monotonic() - heard.monotonic : clock.now());
  return {
    heardTime: (serverIso, roundTripMs) => {
      heard = { province: Date.parse(serverIso) + roundTripMs / 2, monotonic: clock.monotonic() };
    },
    ask: async (ask, schema) => {
      const { headers, body } = await encoded(ask);
      const nonce = ports.ids.randomHex(16);
      const created = Math.floor(provinceNow() / 1000);
      const signed = await signRequest(
        { method: ask.method, path: ask.path, ...(body && { body }) },
        { device: ports.device, created, nonce },
        ports.digest,
        ports.signer,
      );
      const started = clock.monotonic();
      const exchange = await exchanged(ports.host, {
        method: ask.method,
        path: ask.path,
        headers: { ...headers, ...signed },
        ...(body && { body }),
        timeoutMs: ask.timeoutMs ?? TIMEOUT_MS,
      });
      return { answer: readAnswer(exchange, schema), tookMs: clock.monotonic() - started };
    },
  };
}

async function encoded(ask: Ask): Promise<{ headers: Record<string, string>; body?: Uint8Array }> {
  const headers = { accept: 'application/json', 'accept-encoding': 'gzip' };
  if (ask.bytes)
    return { headers: { ...headers, 'content-type': 'application/octet-stream' }, body: ask.bytes };
  if (ask.message === undefined) return { headers };
  const plain = new TextEncoder().encode(JSON.stringify(ask.message));
  const json = { ...headers, 'content-type': 'application/json' };
  if (plain.byteLength <= COMPRESS_FROM_BYTES) return { headers: json, body: plain };
  return { headers: { ...json, 'content-encoding': 'gzip' }, body: await gzipped(plain) };
}

async function exchanged(host: Pick<Host, 'request'>, request: GatewayRequest): Promise<Exchange> {
  try {
    const { status, headers, body } = await host.request({ ...request, headers: { ...request.headers } });
    return { kind: 'answer', status, headers, text: await textOf({ status, headers, body }) };
  } catch (error) {
    const failure = asHostError(error);
    if (failure?.code === 'line-timeout') return { kind: 'none', code: 'line-timeout' };
    if (failure?.code === 'answer-too-large') return { kind: 'none', code: 'answer-broken' };
    if (failure?.code === 'line-unreachable')
      return { kind: 'none', code: failure.detail === 'answer-cut' ? 'answer-broken' : 'line-unreachable' };
    throw error;
  }
}

/** Undefined for bytes that are not what their headers say. */
async function textOf(answer: GatewayAnswer): Promise<string | undefined> {
  try {
    const zipped = answer.headers['content-encoding'] === 'gzip' && answer.body[0] === 0x1f;
    const bytes = zipped ? await gunzipped(answer.body) : answer.body;
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
