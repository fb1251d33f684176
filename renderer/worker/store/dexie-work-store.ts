import { Dexie, type DexieOptions, type Table } from 'dexie';
import { type Rows, type TableName, tableNames } from './rows.ts';
import type { WorkStore, Write } from './work-store.ts';

/**
 * History of the schema: one entry per released version, never edited afterwards. Index fields only; every row also
 * carries its sealed part.
 */
const history: readonly { readonly version: number; readonly stores: Record<TableName, string> }[] = [
  {
    version: 1,
    stores: {
      dossiers: 'id, status, due, updated',
      provinceRows: 'id, change',
      operations: 'id, [epoch+seq], entity, command, state',
      attachments: 'id, sha256, state',
      drafts: 'id',
      attention: 'id, dossier',
      counters: 'id',
      meta: 'id',
    },
  },
];

/** Opens (or makes) the working database of a workspace on IndexedDB, every transaction strict. */
export async function openDexieWorkStore(
  name: string,
  environment: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'> = {},
): Promise<WorkStore> {
  const db = new Dexie(name, { ...environment, chromeTransactionDurability: 'strict', autoOpen: false });
  for (const { version, stores } of history) db.version(version).stores(stores);
  await db.open();
  const table = <T extends TableName>(tableName: T): Table<Rows[T], string> => db.table(tableName);

  return {
    get: (tableName, id) => table(tableName).get(id),
    all: (tableName) => table(tableName).toArray(),
    count: (tableName) => db.table(tableName).count(),
    operationsFrom: (epoch, seq, limit) =>
      table('operations')
        .where('[epoch+seq]')
        .between([epoch, seq], [epoch, Dexie.maxKey], true, true)
        .limit(limit)
        .toArray(),
    operationsOfEntity: (entity) => table('operations').where({ entity }).sortBy('seq'),
    operationsOfCommand: (command) => table('operations').where({ command }).sortBy('seq'),
    unansweredOperations: () => table('operations').where({ state: 'waiting' }).sortBy('seq'),
    attachmentsInState: (state) => table('attachments').where({ state }).toArray(),
    attachmentsBySha256: (sha256) => table('attachments').where({ sha256 }).toArray(),
    attentionOfDossier: (dossier) => table('attention').where({ dossier }).toArray(),
    commit: async (writes) => {
      // IndexedDB refuses a transaction over no tables
      if (writes.length === 0) return;
      await db.transaction('rw', tablesOf(writes), async () => {
        for (const write of writes) {
          if ('put' in write) await db.table(write.put).put(write.row);
          else await db.table(write.delete).delete(write.id);
        }
      });
    },
    clear: () =>
      db.transaction('rw', [...tableNames], async () => {
        for (const tableName of tableNames) await db.table(tableName).clear();
      }),
    close: () => db.close(),
  };
}

const tablesOf = (writes: readonly Write[]): TableName[] => [
  ...new Set(writes.map((write) => ('put' in write ? write.put : write.delete))),
];
