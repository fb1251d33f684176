import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createDisk } from '../../electron/host/disk.ts';
import { createHostClock } from '../../electron/host/host-clock.ts';
import { createHostLog } from '../../electron/host/host-log.ts';
import { folderPrinter } from '../../electron/host/printing.ts';
import { readSettings } from '../../electron/host/settings.ts';
import { lockWorkspace, WorkspaceBusy } from '../../electron/host/workspace-lock.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('a disk with room holds back a reserve; floors stop attachments first, then acts', async () => {
  const folder = temporaryFolder();
  const reserveBytes = 2 * 1024 * 1024;
  expect((await createDisk({ folder, reserveBytes }).disk()).state).toBe('ok');
  expect(readFileSync(path.join(folder, 'reserve'))).toHaveLength(reserveBytes);
  const pretended = async (times: number) =>
    (await createDisk({ folder, reserveBytes, pretendedFreeBytes: times * reserveBytes }).disk()).state;
  expect(await pretended(2)).toBe('ok');
  expect(await pretended(1.9)).toBe('no-attachments');
  expect(await pretended(0.5)).toBe('no-attachments');
  expect(await pretended(0.4)).toBe('no-actions');
});

test('on alarm the reserve is given up, and giving it up does not end the alarm', async () => {
  const folder = temporaryFolder();
  const small = createDisk({ folder, reserveBytes: 1024 });
  expect((await small.disk()).state).toBe('ok');
  // a reserve larger than this disk could ever hold stands for a disk that has run full
  const full = createDisk({ folder, reserveBytes: 2 ** 52 });
  expect((await full.disk()).state).toBe('no-actions');
  expect(existsSync(path.join(folder, 'reserve'))).toBe(false);
  expect((await full.disk()).state).toBe('no-actions');
});

test('only the demonstration can be told a tale about its disk', () => {
  const env = { TRAM_DATA_DIR: temporaryFolder(), TRAM_FAKE_FREE_BYTES: '5' };
  expect(readSettings('demo', env).pretendedFreeBytes).toBe(5);
  expect(readSettings('office', env).pretendedFreeBytes).toBeUndefined();
  expect(() => readSettings('văn phòng', env)).toThrow('TRAM_WORKSPACE');
});

test('only a demonstration that its launcher says so to begins with a day already lived in part', () => {
  const env = { TRAM_DATA_DIR: temporaryFolder() };
  const livedIn = (workspace: string, seed?: string) =>
    readSettings(workspace, seed === undefined ? env : { ...env, TRAM_DEMO_SEED: seed }).livedIn;
  expect([livedIn('demo'), livedIn('demo', 'none'), livedIn('demo', '1')]).toEqual([false, false, true]);
  expect(livedIn('office', '1')).toBe(false);
});

test('a clock set back is seen, also after a restart', async () => {
  const folder = path.join(temporaryFolder(), 'clock');
  const noon = Date.parse('2026-11-23T05:00:00Z');
  expect(await createHostClock(folder, () => noon).clock()).toMatchObject({ wall: noon, lastSeen: 0 });
  const day = 24 * 3_600_000;
  const back = await createHostClock(folder, () => noon - 2 * day).clock();
  expect(back).toMatchObject({ wall: noon - 2 * day, lastSeen: noon });
  expect(await createHostClock(folder, () => noon + day).clock()).toMatchObject({ lastSeen: noon });
});

test('prints land in the folder in their order, under harmless names', async () => {
  const folder = path.join(temporaryFolder(), 'in');
  const printer = folderPrinter(folder);
  for (const name of ['giay-hen.pdf', '../../etc/Giấy hẹn'])
    expect(await printer.print({ name, pdf: Buffer.from(name), paper: 'A5' })).toEqual({ via: 'folder' });
  const files = readdirSync(folder).sort();
  expect(files.map((file) => file.replace(/^\d+-/, ''))).toEqual([
    '001-giay-hen.pdf',
    expect.stringMatching(/^002-[A-Za-z0-9._-]+\.pdf$/),
  ]);
  expect(readFileSync(path.join(folder, files[0] ?? ''), 'utf8')).toBe('giay-hen.pdf');
});

test('the log keeps codes but no personal numbers, and is turned over', async () => {
  const folder = path.join(temporaryFolder(), 'log');
  const log = createHostLog(folder);
  await log.log({ level: 'info', code: 'thu', detail: 'số 001099012345 và 0912345678' });
  expect(JSON.parse(readFileSync(path.join(folder, 'host.log'), 'utf8'))).toMatchObject({
    code: 'thu',
    detail: 'số # và #',
  });
  writeFileSync(path.join(folder, 'host.log'), Buffer.alloc(1_000_000));
  await log.log({ level: 'info', code: 'sau', detail: '' });
  expect(readdirSync(folder).sort()).toEqual(['host.log', 'host.log.1']);
});

test('a workspace has one host; the note of one that was killed is taken over', () => {
  const folder = temporaryFolder();
  const lock = path.join(folder, 'lock');
  const release = lockWorkspace(folder);
  const mine = readFileSync(lock, 'utf8');
  expect(mine.startsWith(`${process.pid} `)).toBe(true);
  release();
  expect(existsSync(lock)).toBe(false);
  const parent = `/proc/${process.ppid}/stat`;
  if (existsSync(parent)) {
    const stat = readFileSync(parent, 'ascii');
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    writeFileSync(lock, `${process.ppid} ${start}`);
    expect(() => lockWorkspace(folder)).toThrow(WorkspaceBusy);
    // the same number, but another program by now
    writeFileSync(lock, `${process.ppid} 1`);
    lockWorkspace(folder)();
  }
  writeFileSync(lock, '999999999 5');
  lockWorkspace(folder)();
});
