import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import tls from 'node:tls';
import { HostError } from '../../../shared/host/host-error.ts';

/** Where the province is and how to get there. */
export interface Route {
  readonly base: URL;
  /** `http://host:port` of a CONNECT proxy */
  readonly proxy?: URL;
  /** PEM of a private authority, trusted besides the public ones */
  readonly authority?: string;
}

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly timeoutMs: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

const LARGEST_ANSWER = 30_000_000;
/** set by the connection itself, never by the caller */
const OWN_HEADERS = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'upgrade', 'te']);

/**
 * One HTTP exchange; redirects are answers, not followed. Resolves only with a whole answer; rejects with
 * `line-timeout`, `answer-too-large`, or `line-unreachable` and the reason (`answer-cut` = the connection ended early).
 */
export async function exchange(route: Route, ask: Exchange): Promise<Answer> {
  const signal = AbortSignal.timeout(ask.timeoutMs);
  try {
    const tunnel = route.proxy && (await openTunnel(route, route.proxy, signal));
    const response = await send(route, ask, signal, tunnel);
    const body = await collect(response);
    return { status: response.statusCode ?? 0, headers: headersOf(response), body };
  } catch (error) {
    if (error instanceof HostError) throw error;
    if (signal.aborted) throw new HostError('line-timeout', String(ask.timeoutMs));
    throw new HostError('line-unreachable', reasonOf(error));
  }
}

function send(
  route: Route,
  ask: Exchange,
  signal: AbortSignal,
  tunnel: Duplex | undefined,
): Promise<http.IncomingMessage> {
  const secure = route.base.protocol === 'https:';
  const headers = Object.entries(ask.headers).filter(([name]) => !OWN_HEADERS.has(name.toLowerCase()));
  const options: https.RequestOptions = {
    method: ask.method,
    headers: {
      ...Object.fromEntries(headers),
      host: route.base.host,
      ...(ask.body && { 'content-length': ask.body.byteLength }),
    },
    signal,
    ...(secure && route.authority && { ca: [...tls.rootCertificates, route.authority] }),
    ...(tunnel && { createConnection: () => throughTunnel(route, tunnel), agent: false }),
  };
  return new Promise((resolve, reject) => {
    const url = new URL(route.base.pathname.replace(/\/$/, '') + ask.path, route.base);
    const request = (secure ? https : http).request(url, options, resolve);
    request.on('error', reject);
    request.end(ask.body);
  });
}

function throughTunnel(route: Route, socket: Duplex): Duplex {
  if (route.base.protocol !== 'https:') return socket;
  return tls.connect({
    socket,
    servername: route.base.hostname,
    ...(route.authority && { ca: [...tls.rootCertificates, route.authority] }),
  });
}

function openTunnel(route: Route, proxy: URL, signal: AbortSignal): Promise<Duplex> {
  const port = route.base.port || (route.base.protocol === 'https:' ? '443' : '80');
  const target = `${route.base.hostname}:${port}`;
  return new Promise((resolve, reject) => {
    const request = http.request({
      host: proxy.hostname,
      port: proxy.port || 80,
      method: 'CONNECT',
      path: target,
      headers: { host: target },
      signal,
    });
    request.on('connect', (response, socket) => {
      if (response.statusCode === 200) return resolve(socket);
      socket.destroy();
      reject(new HostError('line-unreachable', `proxy ${response.statusCode}`));
    });
    request.on('error', reject);
    request.end();
  });
}

async function collect(response: http.IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_ANSWER) {
      response.destroy();
      throw new HostError('answer-too-large', String(LARGEST_ANSWER));
    }
    chunks.push(chunk);
  }
  if (!response.complete) throw new HostError('line-unreachable', 'answer-cut');
  return new Uint8Array(Buffer.concat(chunks));
}

function headersOf(response: http.IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return code === 'ECONNRESET' && error.message === 'aborted' ? 'answer-cut' : code;
}
