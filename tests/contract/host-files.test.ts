import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDisk } from '../../electron/host/disk.ts';
import { createHostClock } from '../../electron/host/host-clock.ts';
import { createHostLog } from '../../electron/host/host-log.ts';
import { folderPrinter } from '../../electron/host/printing.ts';
import { createScanFolder } from '../../electron/host/scanning/scan-folder.ts';
import { readSettings } from '../../electron/host/settings.ts';
import { lockWorkspace, WorkspaceBusy } from '../../electron/host/workspace-lock.ts';
import { temporaryFolder } from './temporary-folder.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function watched() {
  const root = temporaryFolder();
  const folder = path.join(root, 'quet');
  mkdirSync(folder);
  const told: number[] = [];
  const scan = createScanFolder(folder, path.join(root, 'taken'), (count) => told.push(count));
  onTestFinished(scan.close);
  return { root, folder, told, scan };
}

test('a scan counts once its size has stood still for a second, and is taken oldest first', async () => {
  const { root, folder, told, scan } = watched();
  const [first, second] = [path.join(folder, 'b.pdf'), path.join(folder, 'a.pdf')];
  writeFileSync(first, 'một');
  await pause(50);
  writeFileSync(second, 'hai');
  expect(await scan.scanCount()).toBe(0);
  await pause(600);
  appendFileSync(second, ' trang');
  await pause(600);
  expect(await scan.scanCount()).toBe(1);
  await expect.poll(() => scan.scanCount(), { timeout: 4_000 }).toBe(2);
  const taken = await scan.scanTake();
  expect([taken?.name, Buffer.from(taken?.bytes ?? []).toString()]).toEqual(['b.pdf', 'một']);
  expect(existsSync(first)).toBe(false);
  const kept = readdirSync(path.join(root, 'taken'));
  expect(kept.map((name) => readFileSync(path.join(root, 'taken', name), 'utf8'))).toEqual(['một']);
  expect(Buffer.from((await scan.scanTake())?.bytes ?? []).toString()).toBe('hai trang');
  expect(await scan.scanTake()).toBeUndefined();
  expect(told).toEqual([1, 2, 1, 0]);
});

test('what a scanner has not finished, folders and hidden files do not count', async () => {
  const { folder, scan } = watched();
  for (const name of ['.hidden', '~$a.pdf', 'a.tmp', 'b.part', 'c.crdownload'])
    writeFileSync(path.join(folder, name), 'x');
  mkdirSync(path.join(folder, 'thu-muc'));
  writeFileSync(path.join(folder, 'rong.pdf'), '');
  await scan.scanCount();
  await pause(1_300);
  expect(await scan.scanCount()).toBe(0);
});

test('the clear copy of a taken scan is erased once the sealed one is kept, and offered again if nobody said so', async () => {
  const { root, folder, scan } = watched();
  const kept = () => readdirSync(path.join(root, 'taken'));
  writeFileSync(path.join(folder, 'a.pdf'), 'một');
  await expect.poll(() => scan.scanCount(), { timeout: 4_000 }).toBe(1);
  const first = await scan.scanTake();
  expect([await scan.scanCount(), kept()]).toEqual([0, [first?.taken]]);
  // the program is killed before the copy is sealed
  scan.close();
  const told: number[] = [];
  const next = createScanFolder(folder, path.join(root, 'taken'), (count) => told.push(count));
  onTestFinished(next.close);
  expect(await next.scanCount()).toBe(1);
  const again = await next.scanTake();
  expect([again?.name, Buffer.from(again?.bytes ?? []).toString()]).toEqual(['a.pdf', 'một']);
  await next.scanDone({ taken: again?.taken ?? '', sealed: true });
  expect([kept(), await next.scanCount(), told]).toEqual([[], 0, [1, 0]]);
  await expect(next.scanDone({ taken: '../quet/a.pdf', sealed: true })).rejects.toMatchObject({
    code: 'arguments-invalid',
  });
});

test('a scan that was refused for what it is lies in the scan folder, set aside', async () => {
  const { root, folder, scan } = watched();
  writeFileSync(path.join(folder, 'la.exe'), 'MZ');
  await expect.poll(() => scan.scanCount(), { timeout: 4_000 }).toBe(1);
  const { taken } = (await scan.scanTake()) ?? { taken: '' };
  await scan.scanDone({ taken, sealed: false });
  expect(readFileSync(path.join(folder, 'khong-nhan', taken), 'utf8')).toBe('MZ');
  expect([readdirSync(path.join(root, 'taken')), await scan.scanCount()]).toEqual([[], 0]);
});

test('a scan far too large is moved out of the way and named', async () => {
  const { folder, scan } = watched();
  writeFileSync(path.join(folder, 'lon.pdf'), Buffer.alloc(64_000_001));
  await expect.poll(() => scan.scanCount(), { timeout: 4_000 }).toBe(1);
  await expect(scan.scanTake()).rejects.toMatchObject({ code: 'answer-too-large', detail: 'lon.pdf' });
  expect(readdirSync(folder)).toEqual(['khong-nhan']);
  expect(readdirSync(path.join(folder, 'khong-nhan'))).toEqual(['lon.pdf']);
  expect(await scan.scanTake()).toBeUndefined();
});

test('without a scan folder there is nothing to take', async () => {
  const scan = createScanFolder(undefined, temporaryFolder(), () => undefined);
  expect([await scan.scanCount(), await scan.scanTake()]).toEqual([0, undefined]);
});

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
