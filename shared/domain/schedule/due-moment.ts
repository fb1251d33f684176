import { utcIso } from '../../lib/vietnam-time.ts';
import type { Appointment } from '../dossier/payloads.ts';
import { Instant } from '../identity/ids.ts';
import type { CalendarYear, OfficeHours, RuleValues } from '../packs/pack-set.ts';
import type { Term } from '../procedure/procedure.ts';
import { endOfTerm } from './end-of-term.ts';
import type { Step } from './step.ts';
import { workingDays } from './working-days.ts';

/** Everything the due moment depends on; all of it stands in the operation or in the pack set it names. */
export interface DueQuestion {
  readonly term: Term | undefined;
  /** received at or after the cutoff, this procedure's term starts on the next working day */
  readonly cutoffShiftsStart: boolean;
  readonly receivedAt: string;
  /** received for another agency: the term really starts there (R2) */
  readonly boundaryFree: boolean;
  readonly clockTrusted: boolean;
  readonly calendar: readonly CalendarYear[];
  readonly officeHours: OfficeHours;
  readonly rules: Pick<RuleValues, 'sameDayCutoff'>;
}

export interface DueAnswer {
  readonly appointment: Appointment;
  /** the reasoning, line by line, in order */
  readonly steps: readonly Step[];
}

/**
 * hẹn trả — the moment a result is due (domain.md §1.6): days end at the close of office hours, the day of receipt is not
 * counted, a calendar term ending on a day off moves on, working hours count open time only, and the cutoff shifts the
 * start for `immediate` and where the procedure says so. Where a calendar is missing no date is invented.
 */
export function dueMoment(question: DueQuestion): DueAnswer {
  const steps: Step[] = [{ code: 'received', at: question.receivedAt }];
  const reasons: Appointment['reasons'] = [];
  if (!question.clockTrusted) reasons.push('clock-untrusted');
  if (question.boundaryFree) reasons.push('boundary-free');
  let due: number | undefined;
  if (question.term) {
    steps.push({ code: 'term', unit: question.term.unit, amount: question.term.amount });
    due = endOfTerm(question.term, Date.parse(question.receivedAt), {
      days: workingDays(question.calendar, question.officeHours),
      cutoff: question.rules.sameDayCutoff.value,
      cutoffShiftsStart: question.cutoffShiftsStart,
      steps,
    });
    if (due === undefined) reasons.push('calendar-missing');
  } else {
    steps.push({ code: 'term-unknown' });
    reasons.push('term-unknown');
  }
  for (const reason of reasons) steps.push({ code: 'expected', reason });
  const dueAt = due === undefined ? undefined : Instant.parse(utcIso(due));
  if (dueAt) steps.push({ code: 'due', at: dueAt });
  return {
    appointment: {
      ...(dueAt ? { dueAt } : {}),
      expected: reasons.length > 0,
      reasons,
      ...(question.term ? { term: question.term } : {}),
    },
    steps,
  };
}
