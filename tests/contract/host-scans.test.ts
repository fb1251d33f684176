import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createScanFolder } from '../../electron/host/scanning/scan-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { pause, watched } from './watched-folder.ts';

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
