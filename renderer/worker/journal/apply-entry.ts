import { parseOperation, type SignedOperation } from '../../../shared/domain/operation.ts';
import type { Office } from '../boot/office.ts';
import type { LocalOperation } from '../store/fold-dossier.ts';
import type { AttachmentContent, FoldedDossier } from '../store/folded-dossier.ts';
import { type Mark, markWrite, nextProvisional, provisionalWrite, readMark } from '../store/marks.ts';
import { refold } from '../store/refold.ts';
import { sealRow } from '../store/sealed-row.ts';
import type { Write } from '../store/work-store.ts';
import { epochWrites } from './epoch-writes.ts';
import type { ActEntry, JournalEntry } from './journal-entry.ts';

export interface RecordPlace {
  readonly commandId: string;
  readonly index: number;
  readonly hash: string;
}

/**
 * Brings one journal entry into the database in one strict transaction. The very same step serves the command that has
 * just been written down and every replay after a start, so that a rebuilt database cannot differ.
 */
export async function applyEntry(office: Office, record: RecordPlace, entry: JournalEntry): Promise<void> {
  const journal = markWrite('journal', { index: record.index, hash: record.hash });
  if (entry.kind === 'burn') {
    const next = Math.max(entry.next, await nextProvisional(office.store));
    await office.store.commit([provisionalWrite(next), journal]);
  } else if (entry.kind === 'epoch') {
    await office.store.commit([...(await epochWrites(office, entry)), journal]);
  } else {
    const { writes, folded } = await actWrites(office, record.commandId, entry);
    await office.store.commit([...writes, journal]);
    for (const dossier of folded) office.shelf.put(dossier);
  }
}

async function actWrites(
  office: Office,
  commandId: string,
  entry: ActEntry,
): Promise<{ writes: Write[]; folded: FoldedDossier[] }> {
  const writes: Write[] = [];
  const folded: FoldedDossier[] = [];
  const byEntity = new Map<string, LocalOperation[]>();
  let chain = await readMark(office.store, 'chain');
  for (const signed of entry.operations) {
    const step = await operationStep(office, commandId, signed, chain);
    if (!step) continue;
    chain = step.chain;
    writes.push(step.write);
    const local: LocalOperation = { operation: step.operation, state: 'waiting', result: '' };
    byEntity.set(step.operation.entity, [...(byEntity.get(step.operation.entity) ?? []), local]);
  }
  for (const [entity, operations] of byEntity) {
    const refolded = await refold(office, entity, { operations });
    writes.push(...refolded.writes);
    if (refolded.folded) folded.push(refolded.folded);
  }
  const dossier = [...byEntity.keys()][0] ?? '';
  for (const file of entry.files) writes.push(await fileWrite(office, file, dossier));
  writes.push(markWrite('chain', chain));
  if (entry.provisional !== undefined) {
    writes.push(provisionalWrite(Math.max(entry.provisional + 1, await nextProvisional(office.store))));
  }
  if (entry.draft !== undefined) writes.push(...(await draftWrites(office, entry.clerk, entry.draft)));
  return { writes, folded };
}

async function operationStep(office: Office, command: string, signed: SignedOperation, chain: Mark<'chain'>) {
  const operation = parseOperation(signed.bytes);
  if (!operation) throw new Error('journal holds an operation that does not parse');
  if (await office.store.get('operations', operation.id)) return undefined;
  const [ms = '0', count = '0'] = operation.hlc.split('-');
  const next: Mark<'chain'> = {
    epoch: operation.epoch,
    seq: operation.seq,
    head: await office.digest.sha256(signed.bytes),
    hlcMs: Math.max(chain.hlcMs, Number(ms)),
    hlcCount: Number.parseInt(count, 16),
  };
  const write: Write = {
    put: 'operations',
    row: {
      id: operation.id,
      rev: 1,
      entity: operation.entity,
      command,
      epoch: operation.epoch,
      seq: operation.seq,
      at: operation.at,
      type: operation.type,
      state: 'waiting',
      result: '',
      c: await sealRow(office.machine.dataKey, 'operations', operation.id, 1, signed),
    },
  };
  return { operation, write, chain: next };
}

async function fileWrite(office: Office, file: ActEntry['files'][number], dossier: string): Promise<Write> {
  const stored = await office.store.get('attachments', file.id);
  const rev = (stored?.rev ?? 0) + 1;
  const content: AttachmentContent = { name: file.name, mediaType: file.mediaType };
  return {
    put: 'attachments',
    row: {
      id: file.id,
      rev,
      sha256: file.sha256,
      bytes: file.bytes,
      count: file.count,
      month: file.month,
      state: stored?.state === 'arrived' ? 'arrived' : 'waiting',
      dossier,
      c: await sealRow(office.machine.dataKey, 'attachments', file.id, rev, content),
    },
  };
}

/** The finished draft goes; a draft begun since then stays. */
async function draftWrites(office: Office, clerk: string, draft: string): Promise<Write[]> {
  const finished: Write = { put: 'meta', row: { id: `finished-draft:${clerk}`, value: draft } };
  const row = await office.store.get('drafts', clerk);
  return row && row.draft !== draft ? [finished] : [finished, { delete: 'drafts', id: clerk }];
}
