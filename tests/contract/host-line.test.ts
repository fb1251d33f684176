import http from 'node:http';
import type { AddressInfo } from 'node:net';
import net from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createGatewayLine, type GatewayLine } from '../../electron/host/gateway/gateway-line.ts';
import type { Workspace } from '../../shared/host/contract.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function gateway(answer: http.RequestListener): Promise<string> {
  const server = http.createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Around {
  readonly workspace?: Workspace;
  readonly folder?: string;
  readonly seed?: number;
  readonly enrolled?: boolean;
  readonly proxyUrl?: string;
}
const lineTo = (gatewayUrl: string | undefined, around: Around = {}): GatewayLine =>
  createGatewayLine({
    workspace: around.workspace ?? 'demo',
    folder: around.folder ?? temporaryFolder(),
    gatewayUrl,
    proxyUrl: around.proxyUrl,
    stutterSeed: around.seed ?? 1,
    isEnrolled: async () => around.enrolled ?? false,
    onChange: () => undefined,
  });
const ask = { method: 'POST', path: '/v1/push', headers: {}, timeoutMs: 2_000 } as const;

test('an exchange carries method, headers and raw bytes both ways', async () => {
  const base = await gateway(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    response.writeHead(201, { 'x-method': `${request.method} ${request.url} ${request.headers['x-one']}` });
    response.end(Buffer.concat(parts).reverse());
  });
  const answer = await lineTo(base).request({
    ...ask,
    headers: { 'x-one': '1', Host: 'elsewhere', 'content-length': '999' },
    body: new Uint8Array([1, 0, 255]),
  });
  expect(answer.status).toBe(201);
  expect(answer.headers['x-method']).toBe('POST /v1/push 1');
  expect([...answer.body]).toEqual([255, 0, 1]);
});

test('refusals and redirects of the gateway are answers, not failures', async () => {
  const base = await gateway((request, response) => {
    response.writeHead(Number(request.url?.slice(-3)), { location: 'http://127.0.0.1:1/' }).end('x');
  });
  for (const status of [302, 400, 401, 409, 413, 429, 500])
    expect((await lineTo(base).request({ ...ask, path: `/v1/${status}` })).status).toBe(status);
});

test('no gateway, silence and half an answer are told apart', async () => {
  const closed = net.createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const nobody = `http://127.0.0.1:${(closed.address() as AddressInfo).port}`;
  await new Promise((resolve) => closed.close(resolve));
  await expect(lineTo(nobody).request(ask)).rejects.toMatchObject({
    code: 'line-unreachable',
    detail: 'ECONNREFUSED',
  });
  const silent = await gateway(() => undefined);
  await expect(lineTo(silent).request({ ...ask, timeoutMs: 150 })).rejects.toMatchObject({
    code: 'line-timeout',
  });
  const half = await gateway((_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half');
    setTimeout(() => response.destroy(), 20);
  });
  await expect(lineTo(half).request(ask)).rejects.toMatchObject({
    code: 'line-unreachable',
    detail: 'answer-cut',
  });
  await expect(lineTo(undefined).request(ask)).rejects.toMatchObject({ detail: 'no gateway' });
});

test('the line of the demonstration is cut and mended by hand, and stays cut over a restart', async () => {
  const folder = temporaryFolder();
  const base = await gateway((_request, response) => void response.end('ok'));
  const line = lineTo(base, { folder });
  expect(await line.demoLineState()).toBe('online');
  await line.demoLine('offline');
  await expect(line.request(ask)).rejects.toMatchObject({ code: 'line-unreachable', detail: 'cut' });
  const restarted = lineTo(base, { folder });
  expect(await restarted.demoLineState()).toBe('offline');
  await restarted.demoLine('online');
  expect((await restarted.request(ask)).status).toBe(200);
});

test('a spoilt line loses about 30 % before sending and 30 % of the answers, the same ones for the same seed', async () => {
  let reached = 0;
  const base = await gateway((_request, response) => {
    reached++;
    response.end('ok');
  });
  const outcomes = async (seed: number) => {
    const line = lineTo(base, { seed });
    await line.demoLine('stutter');
    const seen: string[] = [];
    for (let i = 0; i < 200; i++)
      seen.push(
        await line.request(ask).then(
          () => 'ok',
          (error) => error.detail,
        ),
      );
    return seen;
  };
  const first = await outcomes(7);
  const share = (what: string) => first.filter((one) => one === what).length / first.length;
  expect(share('lost')).toBeGreaterThan(0.2);
  expect(share('lost')).toBeLessThan(0.4);
  expect(share('answer-lost')).toBeGreaterThan(0.1);
  expect(share('answer-lost')).toBeLessThan(0.32);
  expect(reached).toBe(first.filter((one) => one !== 'lost').length);
  expect(await outcomes(7)).toEqual(first);
  expect(await outcomes(8)).not.toEqual(first);
});

test('an office cannot cut its line, and has neither offered enrolment nor province page', async () => {
  const line = lineTo('http://127.0.0.1:1', { workspace: 'office' });
  await expect(line.demoLine('offline')).rejects.toMatchObject({ code: 'not-in-this-workspace' });
  await expect(line.provincePage()).rejects.toMatchObject({ code: 'not-in-this-workspace' });
  expect(await line.demoLineState()).toBeUndefined();
  expect(await line.offeredEnrolment()).toBeUndefined();
});

test('an office takes its gateway from the enrolment once, over https only', async () => {
  const folder = temporaryFolder();
  const base = await gateway((_request, response) => void response.end('ok'));
  const office = { workspace: 'office', folder } as const;
  const line = lineTo(undefined, office);
  await expect(line.chooseGateway('http://tinh.example.vn')).rejects.toMatchObject({
    code: 'arguments-invalid',
  });
  await line.chooseGateway(base);
  expect((await lineTo(undefined, office).request(ask)).status).toBe(200);
  await expect(lineTo(undefined, { ...office, enrolled: true }).chooseGateway(base)).rejects.toMatchObject({
    code: 'not-in-this-workspace',
  });
});

test('the enrolment offered by the demonstration is fetched once and kept', async () => {
  const folder = temporaryFolder();
  let asked = 0;
  const base = await gateway((request, response) => {
    if (request.url === '/demo/province-url') return void response.end('http://127.0.0.1:9/province\n');
    asked++;
    response.end(`{"enrolment":"${asked}"}`);
  });
  const line = lineTo(base, { folder });
  expect(await line.offeredEnrolment()).toBe('{"enrolment":"1"}');
  expect(await lineTo(base, { folder }).offeredEnrolment()).toBe('{"enrolment":"1"}');
  expect(await line.provincePage()).toBe('http://127.0.0.1:9/province');
});

test('where a proxy is named everything goes through it', async () => {
  const base = await gateway((_request, response) => void response.end('ok'));
  const targets: string[] = [];
  const proxy = http.createServer();
  proxy.on('connect', (request, socket) => {
    targets.push(request.url ?? '');
    const [host, port] = (request.url ?? '').split(':');
    const onward = net.connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void proxy.close());
  const proxyUrl = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  expect((await lineTo(base, { proxyUrl }).request(ask)).status).toBe(200);
  expect(targets).toEqual([new URL(base).host]);
});
