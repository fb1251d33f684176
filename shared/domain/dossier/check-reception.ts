import { localDayOf } from '../../lib/vietnam-time.ts';
import { AgencyCode } from '../identity/ids.ts';
import type { PackSet } from '../packs/pack-set.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { receivable } from '../procedure/receivable.ts';
import { isBoundaryFree, promiseFor } from '../schedule/promise-for.ts';
import { secretMarking } from '../secrecy/secret-marking.ts';
import { checkPapers } from './checks/check-papers.ts';
import { checkPerson } from './checks/check-person.ts';
import { checkText } from './checks/check-text.ts';
import type { Finding } from './finding.ts';
import type { ReceptionInput, ReceptionMoment } from './reception-input.ts';

/**
 * kiểm tra trước khi tiếp nhận — everything that is wrong or worth knowing about a reception, in the order of the screen.
 * Used while the clerk types and once more before anything is signed. `packSet` is the one that rules `moment`; without
 * one nothing can be received.
 */
export function checkReception(
  input: ReceptionInput,
  packSet: PackSet | undefined,
  moment: ReceptionMoment,
): readonly Finding[] {
  const today = localDayOf(Date.parse(moment.receivedAt));
  return [
    ...checkPerson(input, today),
    ...checkCapacity(input),
    ...checkRules(input, packSet, moment, today),
    ...checkCounts(input),
    ...checkText('note', input.note, 2000, true),
    ...(secretMarking(input.note) ? [secret('note')] : []),
    { severity: 'info', field: 'personalId', code: 'population-unchecked' },
  ];
}

/** True when nothing stands in the way of F9. */
export const mayReceive = (findings: readonly Finding[]): boolean =>
  findings.every((finding) => finding.severity !== 'error');

const secret = (field: Finding['field']): Finding => ({ severity: 'error', field, code: 'secret-document' });

function checkCapacity(input: ReceptionInput): Finding[] {
  if (input.capacity === 'self') return [];
  const found: Finding[] = [];
  if (input.capacity === 'organisation' && input.organisation.trim() === '') {
    found.push({ severity: 'error', field: 'organisation', code: 'organisation-missing' });
  }
  if (input.capacity === 'representative' && input.submitterName.trim() === '') {
    found.push({ severity: 'error', field: 'submitterName', code: 'submitter-missing' });
  }
  return [
    ...found,
    ...checkText('organisation', input.organisation, 300),
    ...(secretMarking(input.organisation) ? [secret('organisation')] : []),
  ];
}

function checkRules(
  input: ReceptionInput,
  packSet: PackSet | undefined,
  moment: ReceptionMoment,
  today: string,
): Finding[] {
  if (!packSet) return [{ severity: 'error', field: 'procedure', code: 'pack-set-missing', detail: today }];
  if (!input.procedureCode) {
    return [
      { severity: 'error', field: 'procedure', code: 'procedure-missing' },
      ...checkPapers(input, undefined),
    ];
  }
  const found = receivable(packSet.content.procedures, input.procedureCode, today);
  if (!found.ok) {
    return [{ severity: 'error', field: 'procedure', code: found.error, detail: input.procedureCode }];
  }
  return [...checkPapers(input, found.value), ...checkPromise(input, found.value, packSet, moment)];
}

function checkPromise(
  input: ReceptionInput,
  procedure: Procedure,
  { content }: PackSet,
  moment: ReceptionMoment,
): Finding[] {
  const agency = input.competentAgency.trim();
  if (agency !== '' && !AgencyCode.safeParse(agency).success) {
    return [{ severity: 'error', field: 'competentAgency', code: 'competent-agency-invalid' }];
  }
  const boundaryFree = isBoundaryFree(agency, content.agency.code);
  const { appointment } = promiseFor(procedure, content, { ...moment, boundaryFree });
  const reasons = appointment.reasons.map(
    (code): Finding => ({
      severity: code === 'boundary-free' ? 'info' : 'warning',
      field: 'appointment',
      code,
    }),
  );
  return procedure.fees
    ? reasons
    : [...reasons, { severity: 'warning', field: 'quantity', code: 'fee-unknown' }];
}

function checkCounts(input: ReceptionInput): Finding[] {
  const found: Finding[] = [];
  if (!isCount(input.sets, 20)) found.push({ severity: 'error', field: 'sets', code: 'sets-invalid' });
  if (!isCount(input.quantity, 1000))
    found.push({ severity: 'error', field: 'quantity', code: 'quantity-invalid' });
  return found;
}

const isCount = (count: number, most: number): boolean =>
  Number.isInteger(count) && count >= 1 && count <= most;
