import { type Operation, parseOperation, type SignedOperation } from '../../../shared/domain/operation.ts';
import { applyContext, type Office } from '../boot/office.ts';
import { attentionWrite } from './attention.ts';
import { foldDossier, type LocalOperation } from './fold-dossier.ts';
import type { FoldedDossier, ProvinceContent } from './folded-dossier.ts';
import type { AttentionRecord, OperationRecord } from './rows.ts';
import { openRow, sealRow } from './sealed-row.ts';
import type { Write } from './work-store.ts';

/** What is about to be written besides what the store already holds of a dossier. */
export interface Pending {
  /** a province row that replaces the stored one; undefined leaves it */
  readonly province?: ProvinceContent | 'deleted';
  readonly operations?: readonly LocalOperation[];
  readonly attention?: readonly AttentionRecord[];
}

export interface Refolded {
  readonly writes: readonly Write[];
  readonly folded: FoldedDossier | undefined;
}

/** Reads a stored operation; damage is a bug or tampering, never skipped. */
export async function openOperation(
  dataKey: CryptoKey,
  row: OperationRecord,
): Promise<{ signed: SignedOperation; operation: Operation }> {
  const signed = await openRow<SignedOperation>(dataKey, 'operations', row);
  const operation = parseOperation(signed.bytes);
  if (!operation) throw new Error(`stored operation ${row.id} does not parse`);
  return { signed, operation };
}

/** Folds one dossier anew from the stored rows and what is about to be written. Reads and seals; writes nothing. */
export async function refold(office: Office, id: string, pending: Pending): Promise<Refolded> {
  const { store, machine } = office;
  const province = await provinceOf(office, id, pending);
  const local = await localOperations(office, id, pending.operations ?? []);
  const { dossier, refused } = foldDossier(province?.dossier, local, applyContext(office));
  const known = new Map(
    [...(await store.attentionOfDossier(id)), ...(pending.attention ?? [])].map((row) => [row.id, row]),
  );
  const writes: Write[] = [];
  for (const { operation, refusal } of refused) {
    if (known.has(operation.id)) continue;
    const write = await attentionWrite(machine.dataKey, operation, refusal.kind, refusal.code);
    known.set(operation.id, write.row);
    writes.push(write);
  }
  if (!dossier) return { writes, folded: undefined };
  const absorbed = new Set<string>(province?.dossier.timeline.map((entry) => entry.operation));
  const folded: FoldedDossier = {
    dossier,
    known: province !== undefined,
    waiting: local.filter(({ state }) => state === 'waiting').map(({ operation }) => operation.id),
    unsent: dossier.timeline.map((entry) => entry.operation).filter((operation) => !absorbed.has(operation)),
    attention: known.size,
    missing: province?.missing ?? [],
  };
  writes.push(await dossierWrite(office, folded));
  return { writes, folded };
}

async function provinceOf(
  office: Office,
  id: string,
  { province }: Pending,
): Promise<ProvinceContent | undefined> {
  if (province) return province === 'deleted' ? undefined : province;
  const row = await office.store.get('provinceRows', id);
  return row && openRow<ProvinceContent>(office.machine.dataKey, 'provinceRows', row);
}

async function localOperations(
  office: Office,
  id: string,
  fresh: readonly LocalOperation[],
): Promise<readonly LocalOperation[]> {
  const changed = new Map(fresh.map((local) => [local.operation.id as string, local]));
  const stored: LocalOperation[] = [];
  for (const row of await office.store.operationsOfEntity(id)) {
    const { operation } = await openOperation(office.machine.dataKey, row);
    stored.push(changed.get(row.id) ?? { operation, state: row.state, result: row.result });
    changed.delete(row.id);
  }
  return [...stored, ...changed.values()];
}

async function dossierWrite(office: Office, folded: FoldedDossier): Promise<Write> {
  const { dossier } = folded;
  const rev = ((await office.store.get('dossiers', dossier.id))?.rev ?? 0) + 1;
  return {
    put: 'dossiers',
    row: {
      id: dossier.id,
      rev,
      status: dossier.status,
      due: dossier.appointment.dueAt ?? '',
      updated: dossier.timeline.at(-1)?.at ?? dossier.receivedAt,
      procedure: dossier.procedure.code,
      c: await sealRow(office.machine.dataKey, 'dossiers', dossier.id, rev, folded),
    },
  };
}

/** The stored dossier as it was before anything local: for the `base` of a new operation. */
export async function provinceVersion(office: Office, id: string): Promise<number> {
  return (await office.store.get('provinceRows', id))?.version ?? 0;
}
