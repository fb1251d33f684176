import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { Segment, SnapshotStore } from './snapshot.ts';

/** One database of search pieces per workspace. */
export const searchDatabaseName = (workspace: string): string => `tram-${workspace}-search`;

/**
 * Pieces on IndexedDB, relaxed: what a power cut takes is built again. Opened for each use only, so that nothing has to be
 * closed at lock and exit.
 */
export function dexieSnapshotStore(
  name: string,
  environment: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'> = {},
): SnapshotStore {
  const use = async <T>(task: (db: Dexie, segments: Table<Segment, number>) => Promise<T>): Promise<T> => {
    const db = new Dexie(name, { ...environment, chromeTransactionDurability: 'relaxed', autoOpen: false });
    db.version(1).stores({ segments: 'id' });
    await db.open();
    try {
      return await task(db, db.table('segments'));
    } finally {
      db.close();
    }
  };
  return {
    read: () => use((_, segments) => segments.toArray()),
    write: (rows) =>
      use((db, segments) =>
        db.transaction('rw', segments, async () => {
          await segments.clear();
          await segments.bulkPut([...rows]);
        }),
      ),
  };
}
