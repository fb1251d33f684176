import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ENGINE_FEATURE } from '../../electron/host/engine-folder.ts';
import { browserArguments, hasDisplay } from './browser.ts';
import { readOptions } from './options.ts';
import { StoppedEarly, startProgram } from './program.ts';
import { startingWords } from './words.ts';

test('without anything said it is the demonstration, in a window if there can be one', () => {
  expect(readOptions([], {})).toEqual({ workspace: 'demo', web: false, browser: true });
  expect(readOptions(['--web', '--no-browser', '--workspace', 'practice'], {})).toEqual({
    workspace: 'practice',
    web: true,
    browser: false,
  });
  expect(readOptions([], { TRAM_WORKSPACE: 'office' })).toMatchObject({ workspace: 'office' });
  expect(readOptions(['--demo'], { TRAM_WORKSPACE: 'office' })).toMatchObject({ workspace: 'demo' });
});

test('an unknown option or workspace is answered with a sentence', () => {
  expect(readOptions(['--wrong'], {})).toContain('--wrong');
  expect(readOptions(['--workspace', 'xa'], {})).toBe('--workspace: demo, practice or office, not "xa"');
});

test('what is printed instead of a window is ten lines with address, clerk, PIN and folder', () => {
  const lines = startingWords('http://127.0.0.1:47610/start?token=t', '/data/demo').split('\n');
  expect(lines).toHaveLength(10);
  for (const part of ['http://127.0.0.1:47610/start?token=t', 'Nguyễn Thị Lan', 'PIN 246810', '/data/demo'])
    expect(lines.join('\n')).toContain(part);
});

test('the browser gets a window and profile of its own on the engine our data need', () => {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'tram-launch-'));
  onTestFinished(() => rmSync(profile, { recursive: true, force: true }));
  mkdirSync(path.join(profile, 'Default/IndexedDB/http_127.0.0.1_47610.indexeddb.leveldb'), {
    recursive: true,
  });
  const args = browserArguments('http://127.0.0.1:47610/', profile);
  expect(args).toContain('--app=http://127.0.0.1:47610/');
  expect(args).toContain(`--user-data-dir=${profile}`);
  expect(args.filter((arg) => arg.startsWith('--enable-features='))).toEqual([
    `--enable-features=${ENGINE_FEATURE}`,
  ]);
  expect(readdirSync(path.join(profile, 'Default')).map((name) => name.replace(/\d+$/, ''))).toEqual([
    'IndexedDB-set-aside-',
  ]);
});

test('on Linux a window needs a display', () => {
  expect(hasDisplay({ DISPLAY: ':0' })).toBe(true);
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay({})).toBe(process.platform !== 'linux');
});

test('a program is ready with its line, stops when told, and one that ends early is no success', async () => {
  const running = startProgram(
    process.execPath,
    ['-e', "console.log('first');console.log('READY http://x/');setInterval(()=>{},1000)"],
    process.env,
  );
  expect(await running.ready).toBe('http://x/');
  await running.stop();
  expect(await running.ended).toBe(1);
  const early = startProgram(process.execPath, ['-e', 'process.exit(69)'], process.env);
  await expect(early.ready).rejects.toBeInstanceOf(StoppedEarly);
  expect(await early.ended).toBe(69);
});
