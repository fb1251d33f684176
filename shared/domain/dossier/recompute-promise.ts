import { localDayOf, localTimeOf } from '../../lib/vietnam-time.ts';
import { feeLines } from '../fee/fee-lines.ts';
import type { OperationOf } from '../operation.ts';
import type { PackSet } from '../packs/pack-set.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { inForceOn } from '../procedure/receivable.ts';
import { isBoundaryFree, promiseFor } from '../schedule/promise-for.ts';
import type { Dossier } from './dossier.ts';
import type { Appointment } from './payloads.ts';

/** A printed value that the rules compute otherwise. The print stands; both are shown to a person. */
export interface PromiseDifference {
  readonly field: 'dueAt' | 'term' | 'fees';
  readonly printed: string;
  readonly computed: string;
}

/**
 * Computes due moment and fee again from a pack set and names what differs from the printed promise. For a supplement the
 * dossier must be given: its own pack set and procedure rule it to the end. Never a reason to refuse.
 */
export function recomputePromise(
  operation: OperationOf<'dossier.receive'> | OperationOf<'dossier.supplement'>,
  packSet: PackSet,
  dossier?: Pick<Dossier, 'procedure' | 'receivedAt'>,
): readonly PromiseDifference[] {
  const { content } = packSet;
  const code =
    operation.type === 'dossier.receive' ? operation.payload.procedure.code : dossier?.procedure.code;
  const begun = operation.type === 'dossier.receive' ? operation.payload.receivedAt : dossier?.receivedAt;
  if (code === undefined || begun === undefined) return [];
  const day = localDayOf(Date.parse(begun));
  const procedure = content.procedures.find((one) => one.code === code && inForceOn(one, day));
  if (!procedure) return [];
  const printed = operation.payload.appointment;
  const { appointment } = promiseFor(procedure, content, {
    receivedAt: operation.payload.receivedAt,
    boundaryFree:
      operation.type === 'dossier.receive'
        ? isBoundaryFree(operation.payload.competentAgency, content.agency.code)
        : printed.reasons.includes('boundary-free'),
    clockTrusted:
      operation.type === 'dossier.receive'
        ? operation.payload.clock.trusted
        : !printed.reasons.includes('clock-untrusted'),
  });
  const differences = [
    difference('dueAt', momentText(printed), momentText(appointment)),
    difference('term', termText(printed), termText(appointment)),
    ...(operation.type === 'dossier.receive' ? [feeDifference(operation, procedure)] : []),
  ];
  return differences.filter((one) => one !== undefined);
}

const difference = (
  field: PromiseDifference['field'],
  printed = '',
  computed = '',
): PromiseDifference | undefined => (printed === computed ? undefined : { field, printed, computed });

/** Local day and time, `≈` before one that is expected only, a dash for none: readable in every language. */
function momentText({ dueAt, expected }: Appointment): string {
  if (dueAt === undefined) return '—';
  const moment = Date.parse(dueAt);
  const [year, month, day] = localDayOf(moment).split('-');
  return `${expected ? '≈ ' : ''}${localTimeOf(moment).slice(0, 5)} ${day}/${month}/${year}`;
}

const termText = (appointment: Appointment): string | undefined =>
  appointment.term && `${appointment.term.amount} ${appointment.term.unit}`;

/** The quantity is the clerk's to say, so it is taken from the print; prices are the pack's. */
function feeDifference(
  operation: OperationOf<'dossier.receive'>,
  procedure: Procedure,
): PromiseDifference | undefined {
  const printed = operation.payload.fees;
  const quantity = Math.max(1, ...printed.map((line) => line.quantity));
  const sum = (lines: typeof printed): string =>
    lines.map((line) => `${line.name}: ${line.amount ?? ''}`).join('; ');
  return difference('fees', sum(printed), sum(feeLines(procedure, quantity)));
}
