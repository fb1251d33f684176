import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createJournal } from '../../electron/host/journal/journal.ts';
import { HEADER } from '../../electron/host/journal/record.ts';
import { SEGMENT_BYTES, segmentFile } from '../../electron/host/journal/segments.ts';
import { append, command, sealedOf, textsIn, written } from './journal-records.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('a new office begins with an empty journal', async () => {
  const journal = createJournal(temporaryFolder());
  expect(await journal.journalHead()).toEqual({
    count: 0,
    hash: '0',
    witness: 0,
    storeId: undefined,
    tornBytes: 0,
  });
  expect(await journal.journalRead({ from: 1, limit: 10 })).toEqual([]);
  await journal.close();
});

test('what was written down is there after the program was started again', async () => {
  const folder = temporaryFolder();
  const ids = await written(folder, ['một', 'hai', 'ba']);
  const journal = createJournal(folder);
  const head = await journal.journalHead();
  expect(head).toMatchObject({ count: 3, witness: 3, tornBytes: 0 });
  const second = await journal.journalFind(ids[1] ?? '');
  expect(second).toMatchObject({ index: 2, commandId: ids[1], month: '2026-11' });
  expect(Buffer.from(second?.sealed ?? []).toString()).toBe('hai');
  expect(await journal.journalFind(randomUUID())).toBeUndefined();
  expect(await textsIn(journal)).toEqual(['một', 'hai', 'ba']);
  await journal.close();
});

test('the same act sent twice is written once, also at the same moment and after a restart', async () => {
  const folder = temporaryFolder();
  const input = command(sealedOf('F9'));
  const journal = createJournal(folder);
  const [first, again] = await Promise.all([append(journal, input), append(journal, input)]);
  expect(again).toEqual(first);
  await journal.close();
  const later = createJournal(folder);
  expect(await append(later, input)).toEqual(first);
  const other = append(later, { ...input, sealed: sealedOf('khác') });
  await expect(other).rejects.toMatchObject({ code: 'journal-moved' });
  expect(await textsIn(later)).toEqual(['F9']);
  await later.close();
});

test('a window that does not know the last record writes nothing', async () => {
  const journal = createJournal(temporaryFolder());
  const first = await append(journal, command(sealedOf('một')));
  const stale = { ...command(sealedOf('hai')), after: '0' };
  await expect(journal.journalAppend(stale)).rejects.toMatchObject({ code: 'journal-moved' });
  expect(await textsIn(journal)).toEqual(['một']);
  expect(await journal.journalAppend({ ...stale, after: first.hash })).toMatchObject({ index: 2 });
  await journal.close();
});

test('an append is answered only when the disk has said that it holds the record', async () => {
  const folder = temporaryFolder();
  const journal = createJournal(folder);
  await journal.journalHead();
  const handle = await open(segmentFile(folder, 1), 'r');
  const proto = Object.getPrototypeOf(handle) as { datasync: () => Promise<void> };
  await handle.close();
  const { datasync } = proto;
  let letGo: () => void = () => undefined;
  const slowDisk = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const onDisk: string[] = [];
  proto.datasync = async function (this: unknown) {
    await slowDisk;
    const segment = readFileSync(segmentFile(folder, 1));
    const witness = readFileSync(path.join(folder, 'witness'));
    onDisk.push(segment.includes('một') && witness.every((byte) => byte === 0) ? 'record' : 'witness');
    await datasync.call(this as never);
  };
  try {
    let answered = false;
    const appending = append(journal, command(sealedOf('một'))).then(() => {
      answered = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(answered).toBe(false);
    letGo();
    await appending;
    // the record first, and only then the witness that it was written
    expect(onDisk).toEqual(['record', 'witness']);
  } finally {
    proto.datasync = datasync;
  }
  await journal.close();
});

test('the chain over the sealed records can be checked without any key', async () => {
  const folder = temporaryFolder();
  await written(folder, ['một', 'hai']);
  const bytes = readFileSync(segmentFile(folder, 1));
  const length = bytes.readUInt32BE(8);
  const own = bytes.subarray(72, 104);
  const sealed = bytes.subarray(HEADER, HEADER + length);
  expect(createHash('sha256').update(bytes.subarray(0, 72)).update(sealed).digest().equals(own)).toBe(true);
  const next = HEADER + length;
  expect(bytes.subarray(next + 40, next + 72).equals(own)).toBe(true);
  expect(statSync(segmentFile(folder, 1)).size).toBe(SEGMENT_BYTES);
});

test('the mark of the store is kept and replaced', async () => {
  const journal = createJournal(temporaryFolder());
  const [first, second] = [randomUUID(), randomUUID()];
  await journal.storeMark(first);
  expect((await journal.journalHead()).storeId).toBe(first);
  await journal.storeMark(second);
  expect((await journal.journalHead()).storeId).toBe(second);
  await journal.close();
});
