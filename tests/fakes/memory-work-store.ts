import { type Rows, type TableName, tableNames } from '../../renderer/worker/store/rows.ts';
import type { WorkStore } from '../../renderer/worker/store/work-store.ts';

/** What lies on the disk under a memory store: outlives every store opened over it, and can be copied and put back. */
export interface MemoryDatabase {
  tables: ReadonlyMap<TableName, ReadonlyMap<string, unknown>>;
}

export const freshDatabase = (): MemoryDatabase => ({
  tables: new Map(tableNames.map((name) => [name, new Map()])),
});

/** The working database in memory: the second body of the port, for tests that need no IndexedDB. */
export function memoryWorkStore(database: MemoryDatabase = freshDatabase()): WorkStore {
  const rows = <T extends TableName>(name: T): ReadonlyMap<string, Rows[T]> =>
    database.tables.get(name) as ReadonlyMap<string, Rows[T]>;
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const select = <T extends TableName>(name: T, wanted: (row: Rows[T]) => boolean): Rows[T][] =>
    structuredClone([...rows(name).values()].filter(wanted)).sort(byId);
  const bySeq = (a: Rows['operations'], b: Rows['operations']) => a.seq - b.seq;

  return {
    get: async (name, id) => structuredClone(rows(name).get(id)),
    all: async (name) => select(name, () => true),
    count: async (name) => rows(name).size,
    operationsFrom: async (epoch, seq, limit) =>
      select('operations', (row) => row.epoch === epoch && row.seq >= seq)
        .sort(bySeq)
        .slice(0, limit),
    operationsOfEntity: async (entity) => select('operations', (row) => row.entity === entity).sort(bySeq),
    operationsOfCommand: async (command) =>
      select('operations', (row) => row.command === command).sort(bySeq),
    unansweredOperations: async () => select('operations', (row) => row.state === 'waiting').sort(bySeq),
    attachmentsInState: async (state) => select('attachments', (row) => row.state === state),
    attachmentsBySha256: async (sha256) => select('attachments', (row) => row.sha256 === sha256),
    attentionOfDossier: async (dossier) => select('attention', (row) => row.dossier === dossier),
    commit: async (writes) => {
      const next = new Map([...database.tables].map(([name, content]) => [name, new Map(content)]));
      for (const write of writes) {
        if ('put' in write) next.get(write.put)?.set(write.row.id, structuredClone(write.row));
        else next.get(write.delete)?.delete(write.id);
      }
      database.tables = next;
    },
    clear: async () => {
      database.tables = freshDatabase().tables;
    },
    close: () => undefined,
  };
}
