import type { WorkStore } from './work-store.ts';

/** A store that can be closed and opened again behind its users, for a repair after a failed transaction. */
export interface ReopenableStore extends WorkStore {
  readonly reopen: () => Promise<void>;
}

export async function reopenable(open: () => Promise<WorkStore>): Promise<ReopenableStore> {
  let store = await open();
  return {
    get: (table, id) => store.get(table, id),
    all: (table) => store.all(table),
    count: (table) => store.count(table),
    operationsFrom: (epoch, seq, limit) => store.operationsFrom(epoch, seq, limit),
    operationsOfEntity: (entity) => store.operationsOfEntity(entity),
    operationsOfCommand: (command) => store.operationsOfCommand(command),
    unansweredOperations: () => store.unansweredOperations(),
    attachmentsInState: (state) => store.attachmentsInState(state),
    attachmentsBySha256: (sha256) => store.attachmentsBySha256(sha256),
    attentionOfDossier: (dossier) => store.attentionOfDossier(dossier),
    commit: (writes) => store.commit(writes),
    clear: () => store.clear(),
    close: () => store.close(),
    reopen: async () => {
      store.close();
      store = await open();
    },
  };
}
