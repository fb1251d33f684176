import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { dexieSnapshotStore, searchDatabaseName } from '../../renderer/worker/search/dexie-snapshot-store.ts';
import { createKeptSearch, type KeptSearch } from '../../renderer/worker/search/kept-search.ts';
import type { Searchable } from '../../renderer/worker/search/search-entry.ts';
import type { Segment, SnapshotStore } from '../../renderer/worker/search/snapshot.ts';
import { aSearchable } from '../builders/people.ts';
import { seeded } from '../builders/sync-bench.ts';

export const random = seeded(20261123);
export const people: readonly Searchable[] = Array.from({ length: 10_000 }, (_, n) => aSearchable(random, n));

interface Kept {
  readonly search: KeptSearch;
  /** what was asked to be done in a quiet moment */
  readonly quiet: () => void;
}

/** An office being unlocked over what is stored there. */
export async function unlocked(store: SnapshotStore, key: CryptoKey, dossiers = people): Promise<Kept> {
  let waiting: () => void = () => undefined;
  const search = createKeptSearch({
    store,
    key,
    workspace: 'demo',
    freshName: () => crypto.randomUUID(),
    slicing: { now: () => performance.now(), rest: () => new Promise(setImmediate) },
    later: (run) => {
      waiting = run;
      return () => {
        waiting = () => undefined;
      };
    },
  });
  for (const dossier of dossiers) search.put(dossier);
  await search.filled();
  return { search, quiet: () => waiting() };
}

/** Pieces in a database of their own. */
export const onDisk = (databases = new IDBFactory()): SnapshotStore =>
  dexieSnapshotStore(searchDatabaseName('demo'), { indexedDB: databases, IDBKeyRange });

/** How often the index was written. */
export function counted(store: SnapshotStore): SnapshotStore & { writes: number } {
  const counting = {
    writes: 0,
    read: store.read,
    write: async (segments: readonly Segment[]) => {
      await store.write(segments);
      counting.writes += 1;
    },
  };
  return counting;
}
