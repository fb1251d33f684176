import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createBlobs } from '../../electron/host/blobs.ts';
import { createDrafts } from '../../electron/host/drafts.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('a paper is there whole after its commit, and not at all before', async () => {
  const blobs = createBlobs(temporaryFolder());
  const id = randomUUID();
  const chunks = [randomBytes(1000), randomBytes(10)];
  for (const [index, sealed] of chunks.entries()) await blobs.blobWrite({ id, index, count: 2, sealed });
  expect(await blobs.blobStat(id)).toBeUndefined();
  await expect(blobs.blobRead({ id, index: 0 })).rejects.toMatchObject({ code: 'file-missing' });
  await blobs.blobCommit({ id, count: 2 });
  expect(await blobs.blobStat(id)).toEqual({ count: 2, bytes: 1010 });
  expect(Buffer.from(await blobs.blobRead({ id, index: 1 })).equals(chunks[1] ?? Buffer.alloc(0))).toBe(true);
  await expect(blobs.blobRead({ id, index: 2 })).rejects.toMatchObject({ code: 'file-missing' });
});

test('a commit with a part missing is refused and changes nothing', async () => {
  const blobs = createBlobs(temporaryFolder());
  const id = randomUUID();
  await blobs.blobWrite({ id, index: 1, count: 2, sealed: randomBytes(5) });
  await expect(blobs.blobCommit({ id, count: 2 })).rejects.toMatchObject({ code: 'file-missing' });
  expect(await blobs.blobStat(id)).toBeUndefined();
  await blobs.blobWrite({ id, index: 0, count: 2, sealed: randomBytes(5) });
  await blobs.blobCommit({ id, count: 2 });
  expect(await blobs.blobStat(id)).toEqual({ count: 2, bytes: 10 });
});

test('writing and committing again the same paper changes nothing; other bytes under its name are refused', async () => {
  const blobs = createBlobs(temporaryFolder());
  const id = randomUUID();
  const sealed = randomBytes(100);
  await blobs.blobWrite({ id, index: 0, count: 1, sealed });
  await blobs.blobCommit({ id, count: 1 });
  await blobs.blobWrite({ id, index: 0, count: 1, sealed });
  await blobs.blobCommit({ id, count: 1 });
  await expect(blobs.blobWrite({ id, index: 0, count: 1, sealed: randomBytes(100) })).rejects.toMatchObject({
    code: 'arguments-invalid',
  });
  await expect(blobs.blobWrite({ id, index: 3, count: 1, sealed })).rejects.toMatchObject({
    code: 'arguments-invalid',
  });
  expect(Buffer.from(await blobs.blobRead({ id, index: 0 })).equals(sealed)).toBe(true);
});

test('what a power cut left half written is not taken for a part', async () => {
  const folder = temporaryFolder();
  const id = randomUUID();
  mkdirSync(path.join(folder, 'arriving', id), { recursive: true });
  writeFileSync(path.join(folder, 'arriving', id, `0000.chunk.${randomUUID()}.tmp`), 'half');
  const blobs = createBlobs(folder);
  await expect(blobs.blobCommit({ id, count: 1 })).rejects.toMatchObject({ code: 'file-missing' });
});

test('a draft is back after a restart, replaced by the next one, and gone when cleared', async () => {
  const folder = path.join(temporaryFolder(), 'drafts');
  const slot = 'con';
  const drafts = createDrafts(folder);
  expect(await drafts.draftRead(slot)).toBeUndefined();
  await drafts.draftClear(slot);
  await drafts.draftWrite(slot, Buffer.from('một'));
  await drafts.draftWrite(slot, Buffer.from('hai'));
  expect(Buffer.from((await createDrafts(folder).draftRead(slot)) ?? []).toString()).toBe('hai');
  await drafts.draftClear(slot);
  expect(await createDrafts(folder).draftRead(slot)).toBeUndefined();
});
