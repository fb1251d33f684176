import type { SignedOperation } from '../../../shared/domain/operation.ts';
import type { Office } from '../boot/office.ts';
import { beginNewEpoch, burnNumbers } from '../boot/recover.ts';
import { storedBytes } from '../files/attachments.ts';
import { type Mark, markWrite, readMark } from '../store/marks.ts';
import { refold } from '../store/refold.ts';
import { openRow } from '../store/sealed-row.ts';
import type { Write } from '../store/work-store.ts';
import type { AttachmentToSend, SyncPosition, SyncStore } from '../sync/sync-store.ts';
import { storePull } from './store-pull.ts';
import { storeVerdicts } from './store-verdicts.ts';

/** The store as the sync engine sees it; every writing call passes the one queue and is published after it. */
export function createSyncStore(office: Office): SyncStore {
  const { store, writer } = office;
  const write = async <T>(task: () => Promise<T>): Promise<T> => {
    const result = await writer.run(task);
    office.changed();
    return result;
  };

  return {
    position: () => position(office),
    markRegistered: () => write(() => markProvince(office, { registered: true })),
    operationsFrom: (seq, limit, maxBytes) => operationsFrom(office, seq, limit, maxBytes),
    firstUnanswered: () => firstUnanswered(office),
    storeVerdicts: (verdicts, heard) => write(() => storeVerdicts(office, verdicts, heard.generation)),
    storePull: (reply, askedCursor) => write(() => storePull(office, reply, askedCursor)),
    newGeneration: (generation) => write(() => forgetProvince(office, generation)),
    epochToken: () => write(() => epochToken(office)),
    beginEpoch: (epoch) => write(() => beginEpoch(office, epoch)),
    attachmentsToSend: (limit) => attachmentsToSend(office, limit),
    attachmentBytes: async (id) => {
      const row = await store.get('attachments', id);
      if (!row) throw new Error(`no file ${id}`);
      try {
        return await storedBytes(office, row);
      } catch (error) {
        await office.host.log({ level: 'error', code: 'file-unreadable', detail: id });
        throw error;
      }
    },
    attachmentArrived: (sha256) => write(() => fileArrived(office, sha256)),
  };
}

async function markProvince(office: Office, change: Partial<Mark<'province'>>): Promise<void> {
  const province = await readMark(office.store, 'province');
  await office.store.commit([markWrite('province', { ...province, ...change })]);
}

async function position(office: Office): Promise<SyncPosition> {
  const { epoch, seq: lastSeq, head } = await readMark(office.store, 'chain');
  const { registered, generation, cursor } = await readMark(office.store, 'province');
  const first = await firstUnanswered(office);
  const acknowledged = first === undefined ? lastSeq : first - 1;
  return { registered, epoch, lastSeq, head, acknowledged, generation, cursor };
}

async function operationsFrom(office: Office, seq: number, limit: number, maxBytes: number) {
  const { epoch } = await readMark(office.store, 'chain');
  const found: { seq: number; operation: SignedOperation }[] = [];
  let bytes = 0;
  for (const row of await office.store.operationsFrom(epoch, seq, limit)) {
    const operation = await openRow<SignedOperation>(office.machine.dataKey, 'operations', row);
    bytes += operation.bytes.length + 200;
    if (found.length > 0 && bytes > maxBytes) break;
    found.push({ seq: row.seq, operation });
  }
  return found;
}

/** The token stands in the database before it is sent, so that asking twice asks for the same epoch. */
async function epochToken(office: Office): Promise<string> {
  const { epochToken: asked } = await readMark(office.store, 'province');
  const token = asked ?? office.ids.uuidV7();
  if (!asked) await markProvince(office, { epochToken: token });
  return token;
}

/** A fork means that an older copy was at work somewhere: its numbers are burnt, unless the start has done so already. */
async function beginEpoch(office: Office, epoch: number): Promise<void> {
  const { burnt } = await readMark(office.store, 'province');
  const chain = await readMark(office.store, 'chain');
  if (epoch > chain.epoch) {
    if (!burnt) await burnNumbers(office);
    await beginNewEpoch(office, epoch);
  }
  await markProvince(office, { epochToken: undefined, burnt: false });
}

/** Each content once, small ones first. */
async function attachmentsToSend(office: Office, limit: number): Promise<readonly AttachmentToSend[]> {
  const waiting = await office.store.attachmentsInState('waiting');
  const bySha = new Map(waiting.map(({ id, sha256, bytes }) => [sha256, { id, sha256, bytes }]));
  return [...bySha.values()].sort((a, b) => a.bytes - b.bytes).slice(0, limit);
}

async function firstUnanswered(office: Office): Promise<number | undefined> {
  const { epoch } = await readMark(office.store, 'chain');
  return (await office.store.unansweredOperations()).find((row) => row.epoch === epoch)?.seq;
}

async function fileArrived(office: Office, sha256: string): Promise<void> {
  const rows = await office.store.attachmentsBySha256(sha256);
  await office.store.commit(
    rows
      .filter(({ state }) => state === 'waiting')
      .map((row): Write => ({ put: 'attachments', row: { ...row, state: 'arrived' } })),
  );
}

/**
 * The province was restored: its rows and the cursor are forgotten, operations and verdicts stay. Files it once confirmed may
 * be missing there now, so every one is asked after again.
 */
async function forgetProvince(office: Office, generation: number): Promise<void> {
  const rows = await office.store.all('provinceRows');
  const files = await office.store.attachmentsInState('arrived');
  const province = await readMark(office.store, 'province');
  await office.store.commit([
    ...rows.map(({ id }): Write => ({ delete: 'provinceRows', id })),
    ...files.map((row): Write => ({ put: 'attachments', row: { ...row, state: 'waiting' } })),
    markWrite('province', { ...province, generation, cursor: `${generation}.0` }),
  ]);
  for (const { id } of rows) {
    const { folded, writes } = await refold(office, id, {});
    await office.store.commit(folded ? writes : [...writes, { delete: 'dossiers', id }]);
    if (folded) office.shelf.put(folded);
    else office.shelf.remove(id);
  }
}
