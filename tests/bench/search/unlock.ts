import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freshAesKey } from '../../../renderer/worker/keys/wrap.ts';
import { createDossierSearch } from '../../../renderer/worker/search/dossier-search.ts';
import type { Searchable } from '../../../renderer/worker/search/search-entry.ts';
import type { SearchIndex } from '../../../renderer/worker/search/search-index.ts';
import { openSnapshot, type Segment, sealSnapshot } from '../../../renderer/worker/search/snapshot.ts';

const ms = (from: number): number => Math.round(performance.now() - from);

/**
 * From sealed pieces on disk to the index in use: read, open, hold against every dossier on the shelf. Pieces lie in files
 * here; the worker reads them from IndexedDB.
 */
export async function measureUnlock(people: readonly Searchable[], index: SearchIndex) {
  const folder = await mkdtemp(path.join(tmpdir(), 'tram-bench-'));
  try {
    const key = await freshAesKey();
    const sealing = performance.now();
    const segments = await sealSnapshot(key, 'demo', 'bench', index);
    const sealMs = ms(sealing);
    const file = (id: number): string => path.join(folder, `${id}`);
    for (const { id, c } of segments) await writeFile(file(id), c);
    const shelf = createDossierSearch();
    for (const person of people) shelf.put(person);
    const begun = performance.now();
    const read: Segment[] = [];
    for (const segment of segments)
      read.push({ ...segment, c: new Uint8Array(await readFile(file(segment.id))) });
    const opened = await openSnapshot(key, 'demo', read);
    const openMs = ms(begun);
    if (!opened) throw new Error('the snapshot does not open');
    await shelf.adopt(opened, { now: () => performance.now(), rest: () => new Promise(setImmediate) });
    if (shelf.behind().changed !== 0) throw new Error('the snapshot does not speak for all');
    const bytes = segments.reduce((sum, { c }) => sum + c.length, 0);
    return {
      searchableMs: ms(begun),
      readAndOpenMs: openMs,
      sealMs,
      snapshotMiB: Number((bytes / 2 ** 20).toFixed(1)),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
