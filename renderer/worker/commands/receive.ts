import { dossierPayloads } from '../../../shared/domain/dossier/payloads.ts';
import { formatProvisionalCode } from '../../../shared/domain/dossier/provisional-code.ts';
import type { PayloadOf } from '../../../shared/domain/operation.ts';
import type { PackSet } from '../../../shared/domain/packs/pack-set.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Answer, ReceptionDraft } from '../api.ts';
import type { Counter, Office } from '../boot/office.ts';
import { readClock } from '../clock/read-clock.ts';
import { draftedFiles } from '../files/attachments.ts';
import { keepBlob } from '../files/blob.ts';
import { monthOf } from '../journal/journal.ts';
import type { StoredFile } from '../journal/journal-entry.ts';
import { nextProvisional } from '../store/marks.ts';
import { openOperation } from '../store/refold.ts';
import { draftReception } from './draft-reception.ts';
import { hostProblem } from './host-problem.ts';
import { findingsOf, procedureAt } from './preflight.ts';
import { type ActPlan, writeAct } from './write-act.ts';

/** Makes form 01 from exactly the values of the reception. */
export type MakeReceipt = (input: {
  readonly reception: Omit<PayloadOf<'dossier.receive'>, 'receipt'>;
  readonly at: string;
  readonly packs: PackSet;
  readonly clerkName: string;
}) => Promise<Uint8Array>;

/** tiếp nhận (F9): judged, numbered, printed to a stored slip, signed, written down — once per command id. */
export async function receive(
  counter: Counter,
  makeReceipt: MakeReceipt,
  { commandId, draft }: { readonly commandId: string; readonly draft: ReceptionDraft },
): Promise<Answer<{ dossier: string; provisionalCode: string }>> {
  const { office } = counter;
  const written = await writeAct(counter, commandId, () => planReception(counter, makeReceipt, draft));
  if (!written.ok) return written;
  const [row] = await office.store.operationsOfCommand(commandId);
  if (!row) throw new Error('reception written but not found');
  const { operation } = await openOperation(office.machine.dataKey, row);
  if (operation.type !== 'dossier.receive') return err({ code: 'command-used' });
  return ok({ dossier: operation.entity, provisionalCode: operation.payload.provisionalCode });
}

async function planReception(
  counter: Counter,
  makeReceipt: MakeReceipt,
  draft: ReceptionDraft,
): Promise<Answer<ActPlan>> {
  const { office } = counter;
  const clock = await readClock(office);
  const at = new Date(clock.wall).toISOString();
  const stopper = findingsOf(office, draft, clock).find(({ severity }) => severity === 'error');
  if (stopper) return err({ code: stopper.code, detail: stopper.detail ?? stopper.field });
  const found = procedureAt(office, draft.procedureCode, at);
  if (!found.ok) return found;
  const { packs, procedure } = found.value;
  const number = await nextProvisional(office.store);
  const provisionalCode = formatProvisionalCode({ series: office.machine.facts.series, number });
  const drafted = draftReception(draft, { packs, procedure, receivedAt: at, clock: clock.evidence });
  const reception = { provisionalCode, ...drafted };
  const checked = dossierPayloads['dossier.receive'].omit({ receipt: true }).safeParse(reception);
  if (!checked.success)
    return err({ code: 'draft-invalid', detail: checked.error.issues[0]?.path.join('.') ?? '' });
  const files = await draftedFiles(office, checked.data.components);
  if (!files.ok) return files;
  const pdf = await makeReceipt({ reception: checked.data, at, packs, clerkName: counter.clerk.name });
  const receipt = await keepReceipt(office, pdf, `${provisionalCode}.pdf`, clock.wall);
  if (!receipt.ok) return receipt;
  const { id: attachment, sha256, bytes } = receipt.value;
  const payload = dossierPayloads['dossier.receive'].parse({
    ...checked.data,
    receipt: { attachment, sha256, bytes },
  });
  const entity = office.ids.uuidV7();
  return ok({
    at,
    acts: [{ type: 'dossier.receive', entity, payload, base: 0, deps: [], packs: packs.hash }],
    files: [...files.value, receipt.value],
    provisional: number,
    draft: draft.id,
  });
}

async function keepReceipt(
  office: Office,
  pdf: Uint8Array,
  name: string,
  now: number,
): Promise<Answer<StoredFile>> {
  const id = office.ids.uuidV7();
  const month = monthOf(now);
  try {
    const key = await office.machine.monthKey(month);
    const count = await keepBlob(office.host, key, id, pdf);
    const sha256 = await office.digest.sha256(pdf);
    return ok({
      id,
      sha256,
      bytes: pdf.byteLength,
      count,
      month,
      mediaType: 'application/pdf',
      name,
    });
  } catch (error) {
    return hostProblem(error);
  }
}
