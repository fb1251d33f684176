import { mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dialogPrinter } from '../../electron/host/printing.ts';
import { createHost } from '../../electron/host/services.ts';
import { readSettings } from '../../electron/host/settings.ts';
import { startWebServer, type WebServer } from '../../electron/host/web-server.ts';
import { packFrame, type Utf8, unpackFrame } from '../../shared/host/wire.ts';
import { temporaryFolder } from './temporary-folder.ts';

const utf8: Utf8 = {
  encode: (text) => Buffer.from(text, 'utf8'),
  decode: (bytes) => Buffer.from(bytes).toString('utf8'),
};

function hostIn(folder: string, workspace = 'demo') {
  const settings = readSettings(workspace, { TRAM_DATA_DIR: folder });
  return createHost({
    target: 'web',
    version: '0.0.0',
    settings,
    printer: dialogPrinter,
    onEvent: () => undefined,
  });
}

async function served(workspace: 'demo' | 'office' = 'demo'): Promise<WebServer> {
  const folder = temporaryFolder();
  const root = path.join(folder, 'page');
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  writeFileSync(path.join(root, 'index.html'), '<style nonce="__NONCE__"></style>');
  writeFileSync(path.join(root, 'assets', 'worker.js'), 'postMessage(1)');
  writeFileSync(path.join(root, 'assets', 'worker.js.map'), '{}');
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  const running = hostIn(folder, workspace);
  const server = await startWebServer({ host: running.host, workspace, port: 0, root });
  onTestFinished(async () => {
    await server.close();
    await running.close();
  });
  return server;
}

/** Goes in through the start URL and gives the cookie. */
async function entered(server: WebServer): Promise<string> {
  const answer = await fetch(server.startUrl, { redirect: 'manual' });
  expect(answer.status).toBe(303);
  const cookie = answer.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
  return cookie.split(';')[0] ?? '';
}

const originOf = (server: WebServer) => new URL(server.startUrl).origin;

async function call(server: WebServer, cookie: string, method: string, args: readonly unknown[]) {
  const answer = await fetch(`${originOf(server)}/host/invoke`, {
    method: 'POST',
    headers: { cookie, origin: originOf(server), 'content-type': 'application/octet-stream' },
    body: packFrame({ method, args }, utf8) as Uint8Array<ArrayBuffer>,
  });
  expect(answer.status).toBe(200);
  return unpackFrame(new Uint8Array(await answer.arrayBuffer()), utf8);
}

test('a window that came through the start URL reaches the host, bytes as bytes', async () => {
  const server = await served();
  const cookie = await entered(server);
  const sealed = Uint8Array.from({ length: 1000 }, (_, at) => at % 256);
  expect(await call(server, cookie, 'draftWrite', ['draft', sealed])).toEqual({ ok: true, value: undefined });
  expect(await call(server, cookie, 'draftRead', ['draft'])).toEqual({ ok: true, value: sealed });
  expect(await call(server, cookie, 'info', [])).toMatchObject({
    ok: true,
    value: { target: 'web', workspace: 'demo', machineSecret: false, printing: 'dialog' },
  });
});

test('failures come with their code and nothing else', async () => {
  const server = await served();
  const cookie = await entered(server);
  expect(await call(server, cookie, 'open', [])).toEqual({
    ok: false,
    message: 'HostError:method-unknown:open',
  });
  expect(await call(server, cookie, 'draftRead', ['../x'])).toEqual({
    ok: false,
    message: 'HostError:arguments-invalid:draftRead 0',
  });
  const blob = { id: '00000000-0000-7000-8000-000000000000', index: 0 };
  expect(await call(server, cookie, 'blobRead', [blob])).toEqual({
    ok: false,
    message: 'HostError:file-missing:chunk 0',
  });
});

test('without the cookie, from another origin, with another type or too much, the host is silent', async () => {
  const server = await served();
  const cookie = await entered(server);
  const url = `${originOf(server)}/host/invoke`;
  const body = packFrame({ method: 'info', args: [] }, utf8) as Uint8Array<ArrayBuffer>;
  const type = 'application/octet-stream';
  const post = async (headers: Record<string, string>, sent: Uint8Array<ArrayBuffer> = body) =>
    (await fetch(url, { method: 'POST', headers, body: sent })).status;
  const origin = originOf(server);
  expect(await post({ origin, 'content-type': type })).toBe(401);
  expect(await post({ cookie: `${cookie}x`, origin, 'content-type': type })).toBe(401);
  expect(await post({ cookie, origin: 'https://example.invalid', 'content-type': type })).toBe(403);
  expect(await post({ cookie, 'content-type': type })).toBe(403);
  expect(await post({ cookie, origin, 'content-type': 'application/json' })).toBe(415);
  expect(await post({ cookie, origin, 'content-type': type }, new Uint8Array(32_000_001))).toBe(413);
  expect((await fetch(`${origin}/start?token=wrong`, { redirect: 'manual' })).status).toBe(401);
  expect((await fetch(`${origin}/`)).status).toBe(401);
  expect((await fetch(`${origin}/host/events`)).status).toBe(401);
});

test('another name for this machine is refused, so no foreign page can rebind to it', async () => {
  const server = await served();
  const cookie = await entered(server);
  const { port } = new URL(server.startUrl);
  const status = await new Promise((resolve) => {
    http
      .get(
        { host: '127.0.0.1', port, path: '/', headers: { host: `localhost:${port}`, cookie } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      )
      .end();
  });
  expect(status).toBe(421);
});

test('outside the demonstration the start URL opens one window only', async () => {
  const office = await served('office');
  await entered(office);
  expect((await fetch(office.startUrl, { redirect: 'manual' })).status).toBe(401);
  const demo = await served('demo');
  await entered(demo);
  await entered(demo);
});

test('the page comes with its policy and a fresh nonce; nothing outside the page comes at all', async () => {
  const server = await served();
  const cookie = await entered(server);
  const get = (address: string) => fetch(`${originOf(server)}${address}`, { headers: { cookie } });
  const page = await get('/');
  const policy = page.headers.get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  expect(await page.text()).toBe(`<style nonce="${nonce}"></style>`);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toContain('unsafe-inline');
  expect((await get('/')).headers.get('content-security-policy')).not.toBe(policy);
  expect((await get('/ho-so/123')).status).toBe(200);
  const worker = await get('/assets/worker.js');
  expect(worker.headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval'");
  for (const address of [
    '/../secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/worker.js.map',
  ])
    expect((await get(address)).status, address).toBeGreaterThanOrEqual(403);
});

test('what the host has to say reaches an open window', async () => {
  const server = await served();
  const cookie = await entered(server);
  const answer = await fetch(`${originOf(server)}/host/events`, { headers: { cookie } });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  server.emit({ type: 'scan', count: 2 });
  expect((await reader?.read())?.value).toBe('data: {"type":"scan","count":2}\n\n');
  await reader?.cancel();
});

test('a busy port is an error', async () => {
  const server = await served();
  const folder = temporaryFolder();
  const running = hostIn(folder);
  onTestFinished(running.close);
  const port = Number(new URL(server.startUrl).port);
  await expect(
    startWebServer({ host: running.host, workspace: 'demo', port, root: folder }),
  ).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
