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
 * start for `immediate` and where the procedure says so. In a year without a calendar Mondays to Fridays are counted and the
 * moment is only expected ("dự kiến"), with that reason.
 */
export function dueMoment(question: DueQuestion): DueAnswer {
  const steps: Step[] = [{ code: 'received', at: question.receivedAt }];
  const reasons: Appointment['reasons'] = [];
  if (!question.clockTrusted) reasons.push('clock-untrusted');
  if (question.boundaryFree) reasons.push('boundary-free');
  let due: number | undefined;
  if (question.term) {
    steps.push({ code: 'term', unit: question.term.unit, amount: question.term.amount });
    const ended = endInKnownOrPlainYears(question, question.term, steps);
    due = ended.due;
    if (ended.assumed) reasons.push('calendar-missing');
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

/** Counts by the calendars; where one is missing, once more with plain years, naming the year and leaving out what was tried. */
function endInKnownOrPlainYears(
  question: DueQuestion,
  term: Term,
  steps: Step[],
): { readonly due: number | undefined; readonly assumed: boolean } {
  const received = Date.parse(question.receivedAt);
  const end = (calendar: readonly CalendarYear[], reasoning: Step[]) =>
    endOfTerm(term, received, {
      days: workingDays(calendar, question.officeHours),
      cutoff: question.rules.sameDayCutoff.value,
      cutoffShiftsStart: question.cutoffShiftsStart,
      steps: reasoning,
    });
  const tried: Step[] = [];
  const due = end(question.calendar, tried);
  if (due !== undefined) {
    steps.push(...tried);
    return { due, assumed: false };
  }
  steps.push(...tried.filter(({ code }) => code === 'calendar-missing'));
  return { due: end(withPlainYears(question.calendar, received), steps), assumed: true };
}

/** longest term there is, in years, with room for days off */
const REACH_YEARS = 15;

/** The calendars, and for every year they lack one that knows weekends only. */
function withPlainYears(calendar: readonly CalendarYear[], from: number): readonly CalendarYear[] {
  const nothing = { value: [], source: 'no calendar published', basis: 'unverified' } as const;
  const first = Number(utcIso(from).slice(0, 4));
  const plain = Array.from({ length: REACH_YEARS }, (_, n) => first + n)
    .filter((year) => !calendar.some((known) => known.year === year))
    .map((year) => ({ year, off: { ...nothing, value: [] }, workingWeekend: { ...nothing, value: [] } }));
  return [...calendar, ...plain];
}
