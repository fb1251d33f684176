import { randomBytes, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import type { Host, HostEvent, Workspace } from '../../shared/host/contract.ts';
import { dispatch } from '../../shared/host/dispatch.ts';
import { asHostError, HostError } from '../../shared/host/host-error.ts';
import { packFrame, type Utf8, unpackFrame } from '../../shared/host/wire.ts';
import { serveStatic } from './static-files.ts';

export interface WebServerOptions {
  readonly host: Host;
  readonly workspace: Workspace;
  readonly port: number;
  /** folder of the built page */
  readonly root: string;
}

export interface WebServer {
  /** opens the window once; in the demonstration as often as one likes */
  readonly startUrl: string;
  readonly emit: (event: HostEvent) => void;
  readonly close: () => Promise<void>;
}

const LARGEST_BODY = 32_000_000;
const HEARTBEAT_MS = 20_000;
const utf8: Utf8 = {
  encode: (text) => Buffer.from(text, 'utf8'),
  decode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'),
};

/** Answered with its status and nothing else. */
class Refusal extends Error {
  constructor(readonly status: number) {
    super(String(status));
  }
}

interface Listening extends WebServerOptions {
  /** `127.0.0.1:47610`, as the Host header must say */
  readonly authority: string;
  readonly session: string;
  readonly door: Door;
  readonly listeners: Set<http.ServerResponse>;
}

/**
 * The host contract on loopback. A window gets in with the start URL, which leaves a session cookie; outside the
 * demonstration the start URL works once, so only the browser that the host started is served. Rejects when the port is busy.
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const listeners = new Set<http.ServerResponse>();
  const door = createDoor(options.workspace);
  const server = http.createServer();
  const authority = await listen(server, options.port);
  const session = randomBytes(32).toString('base64url');
  const listening: Listening = { ...options, authority, session, door, listeners };
  server.on('request', (request, response) => {
    answer(listening, request, response).catch((error: unknown) => {
      if (error instanceof Refusal && !response.headersSent) refuse(response, error.status);
      else response.destroy();
    });
  });
  const heartbeat = setInterval(() => {
    for (const listener of listeners) listener.write(':\n\n');
  }, HEARTBEAT_MS).unref();
  return {
    startUrl: `http://${authority}/start?token=${door.token}`,
    emit: (event) => {
      for (const listener of listeners) listener.write(`data: ${JSON.stringify(event)}\n\n`);
    },
    close: () =>
      new Promise((resolve) => {
        clearInterval(heartbeat);
        for (const listener of listeners) listener.end();
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

async function answer(
  server: Listening,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  // an exact name: a page elsewhere that resolves its own name to this machine is no guest
  if (request.headers.host !== server.authority) throw new Refusal(421);
  const url = new URL(request.url ?? '/', `http://${server.authority}`);
  if (url.pathname === '/start') return enter(server, url, response);
  if (!same(cookieOf(request, cookieName(server)), server.session)) throw new Refusal(401);
  if (url.pathname === '/host/invoke') return invoke(server, request, response);
  if (request.method !== 'GET') throw new Refusal(405);
  if (url.pathname === '/host/events') return listenIn(server, request, response);
  const file = await serveStatic(server.root, url.pathname);
  response.writeHead(file.status, file.headers).end(file.body);
}

/** Cookies know no ports: the name keeps the workspaces apart. */
const cookieName = ({ workspace, authority }: Listening) => `tram-${workspace}-${authority.split(':')[1]}`;

function enter(server: Listening, url: URL, response: http.ServerResponse): void {
  if (!server.door.opensWith(url.searchParams.get('token') ?? '')) throw new Refusal(401);
  response.writeHead(303, {
    location: '/',
    'set-cookie': `${cookieName(server)}=${server.session}; HttpOnly; SameSite=Strict; Path=/`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  response.end();
}

async function invoke(
  server: Listening,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') throw new Refusal(405);
  if (request.headers.origin !== `http://${server.authority}`) throw new Refusal(403);
  if (request.headers['content-type'] !== 'application/octet-stream') throw new Refusal(415);
  const reply = await replyTo(server.host, await readBody(request));
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' });
  response.end(packFrame(reply, utf8));
}

function listenIn(server: Listening, request: http.IncomingMessage, response: http.ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(':\n\n');
  server.listeners.add(response);
  request.on('close', () => server.listeners.delete(response));
}

interface Door {
  readonly token: string;
  readonly opensWith: (offered: string) => boolean;
}

function createDoor(workspace: Workspace): Door {
  const token = randomBytes(24).toString('base64url');
  let used = false;
  return {
    token,
    opensWith: (offered) => {
      if (!same(offered, token) || (used && workspace !== 'demo')) return false;
      used = true;
      return true;
    },
  };
}

/** Parses one framed call and runs it; a HostError becomes its message, so nothing else of the host leaks. */
async function replyTo(host: Host, body: Uint8Array): Promise<unknown> {
  try {
    const call = readCall(body);
    return { ok: true, value: await dispatch(host, call.method, call.args) };
  } catch (error) {
    return { ok: false, message: (asHostError(error) ?? new HostError('answer-invalid')).message };
  }
}

function readCall(body: Uint8Array): { readonly method: unknown; readonly args: unknown } {
  try {
    const call = unpackFrame(body, utf8);
    if (typeof call === 'object' && call !== null && 'method' in call && 'args' in call) return call;
  } catch {
    // falls through: what cannot be read is an invalid call like any other
  }
  throw new HostError('arguments-invalid', 'frame');
}

async function readBody(request: http.IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > LARGEST_BODY) throw new Refusal(413);
  return Buffer.concat(chunks);
}

function listen(server: http.Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(`127.0.0.1:${address.port}`);
      else reject(new Error('no address'));
    });
  });
}

function cookieOf(request: http.IncomingMessage, name: string): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

function same(offered: string, expected: string): boolean {
  const [a, b] = [Buffer.from(offered), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const REFUSALS: Readonly<Record<number, string>> = {
  401: 'Trạm: cửa sổ này không do Trạm mở. Hãy mở lại Trạm bằng biểu tượng của chương trình.\nTrạm: this window was not opened by Trạm. Please start Trạm again from its icon.',
};

function refuse(response: http.ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(REFUSALS[status] ?? String(status));
}
