import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createJournal, type Journal } from '../../electron/host/journal/journal.ts';
import { HEADER } from '../../electron/host/journal/record.ts';
import { SEGMENT_BYTES, segmentFile } from '../../electron/host/journal/segments.ts';
import { temporaryFolder } from './temporary-folder.ts';

const sealedOf = (text: string) => new Uint8Array(Buffer.from(text));
const command = (sealed: Uint8Array) => ({ commandId: randomUUID(), month: '2026-11', sealed });

/** Appends behind whatever stands last, as the only window there is. */
async function append(journal: Journal, input: ReturnType<typeof command>) {
  const { hash } = await journal.journalHead();
  return journal.journalAppend({ ...input, after: hash });
}

async function written(folder: string, texts: readonly string[]): Promise<readonly string[]> {
  const journal = createJournal(folder);
  const ids: string[] = [];
  for (const text of texts) {
    const input = command(sealedOf(text));
    ids.push(input.commandId);
    await append(journal, input);
  }
  await journal.close();
  return ids;
}

async function textsIn(journal: Journal): Promise<readonly string[]> {
  const records = await journal.journalRead({ from: 1, limit: 200 });
  return records.map((record) => Buffer.from(record.sealed).toString());
}

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

test('a power cut at any byte of the last record loses that record alone, keeps its bytes aside, and work goes on', async () => {
  const model = temporaryFolder();
  await written(model, ['một', 'hai']);
  const two = readFileSync(segmentFile(model, 1));
  const firstEnd = HEADER + two.readUInt32BE(8);
  const end = firstEnd + HEADER + two.readUInt32BE(firstEnd + 8);
  for (let cut = firstEnd; cut < end; cut++) {
    const folder = path.join(model, `cut-${cut}`);
    mkdirSync(folder);
    const torn = Buffer.alloc(SEGMENT_BYTES);
    two.copy(torn, 0, 0, cut);
    writeFileSync(segmentFile(folder, 1), torn);
    const journal = createJournal(folder);
    const head = await journal.journalHead();
    expect(head.count, `cut at ${cut}`).toBe(1);
    const aside = readdirSync(folder).filter((name) => name.startsWith('torn-'));
    expect(aside.length).toBe(head.tornBytes > 0 ? 1 : 0);
    if (aside[0]) {
      const kept = readFileSync(path.join(folder, aside[0]));
      expect(two.subarray(firstEnd, firstEnd + kept.length).equals(kept)).toBe(true);
    }
    await append(journal, command(sealedOf('ba')));
    expect(await textsIn(journal)).toEqual(['một', 'ba']);
    await journal.close();
    rmSync(folder, { recursive: true });
  }
});

test('a power cut that leaves a short file is mended the same way', async () => {
  const folder = temporaryFolder();
  await written(folder, ['một', 'hai']);
  const bytes = readFileSync(segmentFile(folder, 1));
  const end = HEADER + bytes.readUInt32BE(8);
  writeFileSync(segmentFile(folder, 1), bytes.subarray(0, end + 30));
  const journal = createJournal(folder);
  expect(await journal.journalHead()).toMatchObject({ count: 1, witness: 2, tornBytes: 30 });
  await append(journal, command(sealedOf('ba')));
  expect(statSync(segmentFile(folder, 1)).size).toBe(SEGMENT_BYTES);
  await journal.close();
});

test('a spoilt record with good ones behind it is never cut off: the journal says where it is damaged', async () => {
  const folder = temporaryFolder();
  await written(folder, ['một', 'hai', 'ba']);
  const file = segmentFile(folder, 1);
  const bytes = readFileSync(file);
  const second = HEADER + bytes.readUInt32BE(8);
  bytes.writeUInt8(bytes.readUInt8(second + HEADER) ^ 1, second + HEADER);
  writeFileSync(file, bytes);
  const journal = createJournal(folder);
  await expect(journal.journalHead()).rejects.toMatchObject({
    code: 'journal-damaged',
    detail: `segment 1 offset ${second}`,
  });
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test('a record put in from elsewhere breaks the chain and is refused', async () => {
  const [ours, other] = [temporaryFolder(), temporaryFolder()];
  await written(ours, ['một']);
  await written(other, ['khác', 'lạ']);
  const bytes = readFileSync(segmentFile(ours, 1));
  const foreign = readFileSync(segmentFile(other, 1));
  const at = HEADER + bytes.readUInt32BE(8);
  const from = HEADER + foreign.readUInt32BE(8);
  foreign.copy(bytes, at, from, from + HEADER + foreign.readUInt32BE(from + 8));
  writeFileSync(segmentFile(ours, 1), bytes);
  await expect(createJournal(ours).journalHead()).rejects.toMatchObject({ code: 'journal-damaged' });
});

test('a full segment is followed by the next, and a lost one is noticed', async () => {
  const folder = temporaryFolder();
  const journal = createJournal(folder);
  const large = randomBytes(1_500_000);
  for (let i = 0; i < 7; i++) await append(journal, command(large));
  const records = await journal.journalRead({ from: 1, limit: 200 });
  expect(records).toHaveLength(7);
  await journal.close();
  const again = createJournal(folder);
  expect(await again.journalHead()).toMatchObject({ count: 7 });
  await again.close();
  rmSync(segmentFile(folder, 2));
  await expect(createJournal(folder).journalHead()).rejects.toMatchObject({ code: 'journal-damaged' });
});

test('a power cut while the next segment is being made loses nothing', async () => {
  const folder = temporaryFolder();
  await written(folder, ['một']);
  writeFileSync(segmentFile(folder, 2), Buffer.alloc(100));
  const journal = createJournal(folder);
  expect(await journal.journalHead()).toMatchObject({ count: 1, tornBytes: 0 });
  await append(journal, command(sealedOf('hai')));
  await journal.close();
  const again = createJournal(folder);
  expect(await textsIn(again)).toEqual(['một', 'hai']);
  await again.close();
});

test('the witness never goes down: an older copy of the journal is recognised', async () => {
  const folder = temporaryFolder();
  await written(folder, ['một']);
  const older = path.join(folder, 'older');
  copyFileSync(segmentFile(folder, 1), older);
  await written(folder, ['hai', 'ba']);
  copyFileSync(older, segmentFile(folder, 1));
  const journal = createJournal(folder);
  expect(await journal.journalHead()).toMatchObject({ count: 1, witness: 3 });
  await journal.close();
});

test('a witness torn in half keeps the number before it', async () => {
  const folder = temporaryFolder();
  await written(folder, ['một', 'hai', 'ba']);
  const file = path.join(folder, 'witness');
  const bytes = readFileSync(file);
  const values = [0, 1].map((slot) => Number(bytes.readBigUInt64BE(slot * 40)));
  const newest = values[0] === 3 ? 0 : 1;
  bytes.fill(0xff, newest * 40 + 4, newest * 40 + 20);
  writeFileSync(file, bytes);
  for (const name of readdirSync(folder)) if (name.endsWith('.seg')) rmSync(path.join(folder, name));
  const journal = createJournal(folder);
  expect(await journal.journalHead()).toMatchObject({ count: 0, witness: 2 });
  await journal.close();
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
