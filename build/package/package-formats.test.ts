import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { icoOf } from '../icons/ico.ts';
import { asarFiles } from './asar-files.ts';
import { fuseWire, readFuses } from './fuses.ts';

it('fuses are read back as they stand in a program', () => {
  const program = Buffer.concat([Buffer.alloc(1000, 7), fuseWire('0100110r0'), Buffer.alloc(50, 1)]);
  expect(readFuses(program)).toMatchObject({
    runAsNode: false,
    cookieEncryption: true,
    onlyLoadAppFromAsar: true,
  });
  expect(() => readFuses(Buffer.alloc(100))).toThrow('no fuse wire');
});

it('an archive tells its files by its header alone', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'asar-'));
  const header = Buffer.from(
    JSON.stringify({ files: { b: { size: 1 }, a: { files: { 'x.js': { size: 2 } } } } }),
  );
  const head = Buffer.alloc(16);
  head.writeUInt32LE(header.length, 12);
  await writeFile(path.join(folder, 'app.asar'), Buffer.concat([head, header, Buffer.from('rest')]));
  expect(await asarFiles(path.join(folder, 'app.asar'))).toEqual(['a/x.js', 'b']);
  await rm(folder, { recursive: true });
});

it('a Windows icon points at each of its images', () => {
  const png = Buffer.from('picture');
  const ico = icoOf([
    { size: 16, png },
    { size: 256, png },
  ]);
  expect([ico.readUInt16LE(2), ico.readUInt16LE(4), ico.readUInt8(6), ico.readUInt8(22)]).toEqual([
    1, 2, 16, 0,
  ]);
  const second = ico.readUInt32LE(22 + 12);
  expect(ico.subarray(second).toString()).toBe('picture');
});
