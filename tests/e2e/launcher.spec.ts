import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '../../build/cli/demo/free-port.ts';
import { inRoot } from '../../build/steps/root.ts';
import { DEMONSTRATION } from '../../shared/host/demonstration.ts';

const LINES = 10;

/** The launcher on ports and folders of its own, and what it has said on stdout so far. */
async function launch(folder: string, ...args: readonly string[]) {
  const [port, gatewayPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, ['--import', 'tsx', inRoot('build/launch/start.ts'), ...args], {
    cwd: inRoot(),
    env: {
      ...process.env,
      TRAM_DATA_DIR: folder,
      TRAM_PORT: String(port),
      TRAM_GATEWAY_PORT: String(gatewayPort),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  return { child, said: () => said, gateway: `http://127.0.0.1:${gatewayPort}/v1/ping` };
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));

test('npm start without a window says in ten lines where to go, serves it, and takes its gateway along @web', async ({
  request,
}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tram-launcher-'));
  const { child, said, gateway } = await launch(folder, '--no-browser');
  const end = ended(child);
  try {
    await expect.poll(() => said().trim().split('\n').length, { timeout: 60_000 }).toBe(LINES);
    expect(said()).toContain(DEMONSTRATION.pin);
    expect(said()).toContain(DEMONSTRATION.clerk);
    expect(said()).toContain(folder);
    const url = /http:\/\/\S+/.exec(said())?.[0] ?? '';
    const first = await request.get(url);
    expect(first.status()).toBe(200);
    expect(await first.text()).toContain('<div id="root"');
    expect((await fetch(gateway)).status).toBeGreaterThan(0);
  } finally {
    child.kill('SIGTERM');
    expect(await end).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  }
  await expect(fetch(gateway)).rejects.toThrow();
});
