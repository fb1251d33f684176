import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createJournal } from '../../electron/host/journal/journal.ts';
import { HEADER } from '../../electron/host/journal/record.ts';
import { SEGMENT_BYTES, segmentFile } from '../../electron/host/journal/segments.ts';
import { append, command, sealedOf, textsIn, written } from './journal-records.ts';
import { temporaryFolder } from './temporary-folder.ts';

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
