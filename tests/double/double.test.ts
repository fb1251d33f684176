import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { ENGINE_FEATURE } from '../../electron/host/engine-folder.ts';
import type { PreloadBridge } from '../../renderer/platform/host-bridge.ts';
import { buildApp } from './build-app.ts';
import { forkDouble, launchDouble, type RunningDouble } from './launch.ts';

declare global {
  interface Window {
    readonly violations: readonly string[];
    readonly heard: readonly unknown[];
    readonly inWorker: () => Promise<unknown>;
    readonly workWaits: () => void;
    readonly workDone: () => void;
  }
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'tram-double-test-'));
let main = '';
let app: RunningDouble;

beforeAll(async () => {
  main = await buildApp(folder);
  app = await launchDouble({ main, dataDir: path.join(folder, 'data') });
  await app.page.waitForFunction(() => document.querySelector('#ready')?.textContent === 'xong');
}, 90_000);

afterAll(async () => {
  await app?.quit();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

type Records = readonly (readonly [name: string, value: unknown])[];
const recorded = async (name: string) =>
  ((await app.order({ kind: 'records' })) as Records)
    .filter(([one]) => one === name)
    .map(([, value]) => value);

test('the window is sandboxed, isolated and without Node', async () => {
  const [options] = (await recorded('window')) as { readonly webPreferences: object }[];
  expect(options?.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  });
  expect(await recorded('sandbox')).toEqual([true]);
  expect(await recorded('spellchecker')).toEqual([false]);
  expect(await recorded('crash-reporter')).toEqual([{ uploadToServer: false }]);
  const globals = await app.page.evaluate(() => [typeof globalThis.process, 'require' in window]);
  expect(globals).toEqual(['undefined', false]);
});

test('the window sees one frozen bridge with two ways in', async () => {
  const bridge = await app.page.evaluate(() => ({
    keys: Object.keys(window.tramHost ?? {}).sort(),
    frozen: Object.isFrozen(window.tramHost),
  }));
  expect(bridge).toEqual({ keys: ['invoke', 'onEvent'], frozen: true });
});

test('bytes cross the bridge as bytes, to the disk and back', async () => {
  const back = await app.page.evaluate(async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => at % 256);
    await (window.tramHost as PreloadBridge).invoke('vaultWrite', [bytes]);
    const { file } = (await (window.tramHost as PreloadBridge).invoke('vaultRead', [])) as {
      file: Uint8Array;
    };
    return [file instanceof Uint8Array, file.length, file[69_999]];
  });
  expect(back).toEqual([true, 70_000, 69_999 % 256]);
  const vault = readFileSync(path.join(folder, 'data/demo/host/vault/vault'));
  expect(vault.subarray(0, 7).toString()).toBe('TRAMVLT');
  expect(vault[8]).toBe(1);
});

test('unknown methods and wrong arguments are refused with a code the page can read', async () => {
  const messages = await app.page.evaluate(async () => {
    const calls = [
      ['openExternal', []],
      ['vaultWrite', ['text']],
      ['draftRead', ['../vault']],
    ] as const;
    return Promise.all(
      calls.map(([method, args]) =>
        (window.tramHost as PreloadBridge).invoke(method, args).catch((error: Error) => error.message),
      ),
    );
  });
  expect(messages[0]).toContain('HostError:method-unknown:openExternal');
  expect(messages[1]).toContain('HostError:arguments-invalid:vaultWrite');
  expect(messages[2]).toContain('HostError:arguments-invalid:draftRead');
});

test('only the top frame of our own origin is answered', async () => {
  const ask = (url: string, top: boolean) =>
    app.order({ kind: 'invoke', url, top, method: 'info', args: [] });
  const refused = { error: expect.stringContaining('HostError:sender-refused') };
  expect(await ask('https://example.invalid/', true)).toMatchObject(refused);
  expect(await ask('app://bundle.evil/', true)).toMatchObject(refused);
  expect(await ask('app://bundle/index.html', false)).toMatchObject(refused);
  expect(await ask('app://bundle/index.html', true)).toHaveProperty('value');
});

test('the window is told of suspend and resume', async () => {
  await app.order({ kind: 'power', event: 'suspend' });
  await app.order({ kind: 'power', event: 'resume' });
  await app.page.waitForFunction(() => window.heard.length >= 2);
  const heard = await app.page.evaluate(() => window.heard);
  expect(heard).toEqual([{ type: 'suspend' }, { type: 'resume' }]);
});

test('workers run under the same policy, and nothing violates it', async () => {
  expect(await app.page.evaluate(() => window.inWorker())).toEqual({
    size: 32,
    node: 'undefined',
    wasm: true,
  });
  expect(await app.page.evaluate(() => window.violations)).toEqual([]);
});

test('the window cannot fetch from anywhere but its own origin', async () => {
  const answered = await app.page.evaluate(() =>
    fetch('https://example.invalid/').then(
      () => true,
      () => false,
    ),
  );
  expect(answered).toBe(false);
  await expect.poll(() => app.page.evaluate(() => window.violations)).toEqual(['connect-src']);
});

test('a link that leads outside goes nowhere', async () => {
  await app.page.click('#outside');
  await expect.poll(() => recorded('blocked-navigation')).toEqual(['https://example.invalid/']);
  expect(await app.page.textContent('#ready')).toBe('xong');
});

test('no second window opens', async () => {
  await app.page.evaluate(() => void window.open('https://example.invalid/popup'));
  await expect.poll(() => recorded('window-open')).toHaveLength(1);
  expect((await recorded('window-open'))[0]).toContain('deny');
});

test('of all permissions only the harmless ones and the camera are granted', async () => {
  expect(await recorded('permissions')).toEqual([['notifications', 'clipboard-write', 'camera']]);
});

test('files outside the page and source maps are not served', async () => {
  const statuses = await app.page.evaluate(() =>
    Promise.all(
      ['/../main/main.cjs', '/..%5cmain%5cmain.cjs', '/assets/page.js.map', '/assets/none.js'].map(
        (address) => fetch(address).then((answer) => answer.status),
      ),
    ),
  );
  expect(statuses).toEqual([404, 403, 403, 404]);
});

test('a second start shows the first window and ends', async () => {
  const second = forkDouble({ main, dataDir: path.join(folder, 'data') });
  const code = await new Promise((resolve) => second.on('exit', resolve));
  expect(code).toBe(0);
  await expect.poll(() => recorded('focus')).toHaveLength(1);
});

test('what IndexedDB holds survives a restart, on the engine that does not lose it', async () => {
  const dataDir = path.join(folder, 'restart');
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const store = (page: RunningDouble['page'], put: boolean) =>
    page.evaluate(async (write) => {
      const open = indexedDB.open('thu', 1);
      open.onupgradeneeded = () => open.result.createObjectStore('o');
      await new Promise((resolve) => {
        open.onsuccess = resolve;
      });
      const transaction = open.result.transaction('o', 'readwrite', { durability: 'strict' });
      if (write) transaction.objectStore('o').put('còn', 'k');
      const get = transaction.objectStore('o').get('k');
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      open.result.close();
      return get.result;
    }, put);
  const first = await launchDouble({ main, dataDir });
  expect(await store(first.page, true)).toBe('còn');
  await first.kill();
  const databases = path.join(dataDir, 'demo/profile/chromium/Default/IndexedDB');
  const files = readdirSync(databases, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  const headers = files.map((one) =>
    readFileSync(path.join(one.parentPath, one.name)).toString('latin1', 0, 15),
  );
  expect(headers).toContain('SQLite format 3');
  expect(files.filter((one) => one.name.startsWith('MANIFEST-'))).toEqual([]);
  const second = await launchDouble({ main, dataDir });
  expect(await store(second.page, false)).toBe('còn');
  expect(await second.quit()).toBe(0);
  expect(existsSync(path.join(dataDir, 'demo/host/lock'))).toBe(false);
}, 60_000);

test('a window closed with work waiting is hidden, and the program ends when the work is done', async () => {
  const dataDir = path.join(folder, 'closing');
  const busy = await launchDouble({ main, dataDir });
  const hidden = async () =>
    ((await busy.order({ kind: 'records' })) as Records).filter(([name]) => name === 'hide').length;
  await busy.page.waitForFunction(() => document.querySelector('#ready')?.textContent === 'xong');
  await busy.page.click('#ready');
  await busy.page.evaluate(() => window.workWaits());
  await busy.order({ kind: 'close-window' });
  await expect.poll(hidden, { timeout: 10_000 }).toBe(1);
  expect(await busy.page.textContent('#ready')).toBe('xong');
  await busy.page.evaluate(() => window.workDone());
  expect(await busy.ended).toBe(0);
}, 60_000);

test('a store of the old engine is set aside untouched before the window opens', async () => {
  const dataDir = path.join(folder, 'old-engine');
  const profile = path.join(dataDir, 'demo/profile');
  mkdirSync(path.join(profile, 'IndexedDB/app_bundle_0.indexeddb.leveldb'), { recursive: true });
  const started = await launchDouble({ main, dataDir });
  await started.quit();
  expect(existsSync(path.join(profile, 'IndexedDB/app_bundle_0.indexeddb.leveldb'))).toBe(false);
  const aside = readdirSync(profile).find((name) => name.startsWith('IndexedDB-set-aside-'));
  expect(readdirSync(path.join(profile, aside ?? ''))).toEqual(['app_bundle_0.indexeddb.leveldb']);
}, 60_000);

test('the bundled main asks for the engine before Electron is ready, in one switch', () => {
  const bundle = readFileSync(main, 'utf8');
  expect(bundle).toContain(ENGINE_FEATURE);
  expect(bundle.match(/appendSwitch\(/g)).toHaveLength(1);
});
