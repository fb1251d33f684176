import { checkReception } from '../../../shared/domain/dossier/check-reception.ts';
import { feeLines, feeTotal } from '../../../shared/domain/fee/fee-lines.ts';
import type { PackSet } from '../../../shared/domain/packs/pack-set.ts';
import type { Procedure } from '../../../shared/domain/procedure/procedure.ts';
import { receivable } from '../../../shared/domain/procedure/receivable.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import { localDayOf } from '../../../shared/lib/vietnam-time.ts';
import type { Answer, Finding, Preflight, ReceptionDraft } from '../api.ts';
import type { Office } from '../boot/office.ts';
import { type ClockReading, readClock } from '../clock/read-clock.ts';
import { draftReception } from './draft-reception.ts';

export interface RuledProcedure {
  readonly packs: PackSet;
  readonly procedure: Procedure;
}

/** The rules in force at a moment for a procedure, or why it cannot be received here and now. */
export function procedureAt(office: Office, code: string | undefined, at: string): Answer<RuledProcedure> {
  const packs = office.packs.at(at);
  if (!packs) return err({ code: 'pack-set-missing' });
  if (!code) return err({ code: 'procedure-missing' });
  const found = receivable(packs.content.procedures, code, localDayOf(Date.parse(at)));
  return found.ok ? ok({ packs, procedure: found.value }) : err({ code: found.error, detail: code });
}

/** kiểm tra trước khi F9 — what is missing or doubtful, and what would be promised and paid. */
export async function preflight(office: Office, draft: ReceptionDraft): Promise<Preflight> {
  const clock = await readClock(office);
  const at = new Date(clock.wall).toISOString();
  const findings = findingsOf(office, draft, clock);
  const found = procedureAt(office, draft.procedureCode, at);
  if (!found.ok) return { findings, fees: [] };
  const { procedure, packs } = found.value;
  const fees = feeLines(procedure, countable(draft.quantity));
  const { appointment } = draftReception(draft, { packs, procedure, receivedAt: at, clock: clock.evidence });
  return { findings, appointment, term: procedure.term, fees, total: feeTotal(procedure, fees) };
}

/** Findings of the draft under the rules in force, the same before and at F9. */
export const findingsOf = (
  office: Office,
  draft: ReceptionDraft,
  clock: ClockReading,
): readonly Finding[] => {
  const receivedAt = new Date(clock.wall).toISOString();
  const moment = { receivedAt, clockTrusted: clock.evidence.trusted };
  return checkReception(draft, office.packs.at(receivedAt), moment);
};

/** A count that fees may be multiplied with while the clerk is still typing. */
export const countable = (quantity: number): number =>
  Number.isInteger(quantity) && quantity >= 1 && quantity <= 1000 ? quantity : 1;
