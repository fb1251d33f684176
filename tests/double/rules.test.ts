import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

/** Runs a main script on the double; gives the messages of the errors its `tried(…)` calls caught, '' where none came. */
function run(script: string): readonly string[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tram-double-rules-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'main.cjs');
  const frame = `const electron = require('electron');
    electron.app.setPath('userData', ${JSON.stringify(path.join(folder, 'profile'))});
    require('node:fs').mkdirSync(electron.app.getPath('userData'), { recursive: true });
    const said = [];
    const tried = (job) => { try { job(); said.push(''); } catch (error) { said.push(error.message); } };
    const end = () => { console.log(JSON.stringify(said)); electron.app.exit(0); };`;
  writeFileSync(file, `${frame}\n${script}`);
  const ended = spawnSync(
    process.execPath,
    ['--require', path.join(import.meta.dirname, 'register.cjs'), file],
    {
      encoding: 'utf8',
      timeout: 30_000,
    },
  );
  const last = ended.stdout.trim().split('\n').at(-1) ?? '';
  if (ended.status !== 0) throw new Error(ended.stderr);
  return JSON.parse(last);
}

test('before ready there are no windows and no protocol handlers', () => {
  const said = run(`
    tried(() => new electron.BrowserWindow());
    tried(() => electron.protocol.handle('app', () => new Response('')));
    tried(() => electron.app.enableSandbox());
    end();`);
  expect(said).toEqual([
    'BrowserWindow can only be used after app is ready',
    'protocol.handle can only be used after app is ready',
    '',
  ]);
});

test('after ready it is too late for sandbox, schemes, switches and the single-instance lock', () => {
  const said = run(`
    electron.app.whenReady().then(() => {
      tried(() => electron.app.enableSandbox());
      tried(() => electron.protocol.registerSchemesAsPrivileged([]));
      tried(() => electron.app.commandLine.appendSwitch('enable-features', 'x'));
      tried(() => electron.app.requestSingleInstanceLock());
      end();
    });`);
  for (const message of said) expect(message).toContain('should be called before app is ready');
  expect(said).toHaveLength(4);
}, 40_000);

test('a switch is given once, and a scheme with an opaque origin is refused', () => {
  const said = run(`
    tried(() => electron.app.commandLine.appendSwitch('enable-features', 'a'));
    tried(() => electron.app.commandLine.appendSwitch('enable-features', 'b'));
    tried(() => electron.protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: {} }]));
    end();`);
  expect(said).toEqual([
    '',
    'electron double: second value for --enable-features',
    'electron double: scheme app would have an opaque origin',
  ]);
});

test('what has no stand-in fails loudly, also the synchronous safeStorage', () => {
  const said = run(`
    tried(() => electron.safeStorage.encryptString('x'));
    tried(() => electron.shell.openPath('x'));
    tried(() => { electron.ipcMain.handle('a', () => 1); electron.ipcMain.handle('a', () => 2); });
    end();`);
  expect(said).toEqual([
    'electron double: safeStorage.encryptString is not implemented',
    'electron double: shell.openPath is not implemented',
    "Attempted to register a second handler for 'a'",
  ]);
});
