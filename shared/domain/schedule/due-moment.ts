import { addDays, localDayOf, localTimeOf, utcIso } from '../../lib/vietnam-time.ts';
import type { Appointment } from '../dossier/payloads.ts';
import { Instant } from '../identity/ids.ts';
import type { CalendarYear, OfficeHours, RuleValues } from '../packs/pack-set.ts';
import type { Term } from '../procedure/procedure.ts';
import { countHours } from './count-hours.ts';
import type { Step } from './step.ts';
import { type DayKind, isWorking, nextWorkingDay, type WorkingDays, workingDays } from './working-days.ts';

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

interface Counting {
  readonly question: DueQuestion;
  readonly days: WorkingDays;
  readonly steps: Step[];
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
    const days = workingDays(question.calendar, question.officeHours);
    due = endOf(question.term, { question, days, steps });
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

function endOf(term: Term, counting: Counting): number | undefined {
  const received = Date.parse(counting.question.receivedAt);
  if (term.unit === 'immediate') return endOfImmediate(received, counting);
  const start = startOf(received, counting);
  if (start === undefined) return undefined;
  if (term.unit === 'workingHours') {
    const end = countHours(start.moment, term.amount, counting.days, counting.steps);
    return end ?? missing(counting, start.day);
  }
  return term.unit === 'workingDays'
    ? endOfWorkingDays(start.day, term.amount, counting)
    : endOfCalendarDays(start.day, term.amount, counting);
}

/** Same day's close; received late, after closing or on a day off: the next working day's close. */
function endOfImmediate(received: number, counting: Counting): number | undefined {
  const { days, steps } = counting;
  const day = localDayOf(received);
  const kind = days.kindOf(day);
  if (kind === 'unknown') return missing(counting, day);
  const close = days.closeOf(day);
  const late = isAtOrAfterCutoff(received, counting);
  steps.push({ code: 'cutoff', cutoff: counting.question.rules.sameDayCutoff.value, passed: late });
  if (!late && close !== undefined && received < close) return closing(day, counting);
  if (close === undefined) steps.push({ code: 'day-off', day, kind });
  else if (!late) steps.push({ code: 'after-closing', day });
  const next = nextWorkingDay(days, day, skipped(counting));
  if (next === undefined) return missing(counting, day);
  steps.push({ code: 'moved', from: day, to: next });
  return closing(next, counting);
}

/** Where counting begins: the moment of reception, or the opening of the next working day when the procedure shifts. */
function startOf(received: number, counting: Counting): { day: string; moment: number } | undefined {
  const day = localDayOf(received);
  if (!counting.question.cutoffShiftsStart) return { day, moment: received };
  const late = isAtOrAfterCutoff(received, counting);
  counting.steps.push({ code: 'cutoff', cutoff: counting.question.rules.sameDayCutoff.value, passed: late });
  if (!late) return { day, moment: received };
  const next = nextWorkingDay(counting.days, day, skipped(counting));
  if (next === undefined) return missing(counting, day);
  counting.steps.push({ code: 'start-shifted', day: next });
  return { day: next, moment: counting.days.sessionsOf(next)[0]?.from ?? received };
}

function endOfWorkingDays(start: string, amount: number, counting: Counting): number | undefined {
  const { days, steps } = counting;
  steps.push({ code: 'start-day-not-counted', day: start });
  let day = start;
  for (let number = 1; number <= amount; number++) {
    const next = nextWorkingDay(days, day, skipped(counting));
    if (next === undefined) return missing(counting, day);
    steps.push({ code: 'day-counted', day: next, number, kind: days.kindOf(next) });
    day = next;
  }
  return closingOnOrAfter(day, counting);
}

function endOfCalendarDays(start: string, amount: number, counting: Counting): number | undefined {
  counting.steps.push({ code: 'start-day-not-counted', day: start });
  const last = addDays(start, amount);
  counting.steps.push({ code: 'calendar-days-counted', day: last, amount });
  return closingOnOrAfter(last, counting);
}

function closingOnOrAfter(day: string, counting: Counting): number | undefined {
  const kind = counting.days.kindOf(day);
  if (kind === 'unknown') return missing(counting, day);
  if (isWorking(kind) && counting.days.closeOf(day) !== undefined) return closing(day, counting);
  counting.steps.push({ code: 'day-off', day, kind });
  const next = nextWorkingDay(counting.days, day, skipped(counting));
  if (next === undefined) return missing(counting, day);
  counting.steps.push({ code: 'moved', from: day, to: next });
  return closing(next, counting);
}

function closing(day: string, counting: Counting): number | undefined {
  const close = counting.days.closeOf(day);
  if (close !== undefined) counting.steps.push({ code: 'closes', day, time: localTimeOf(close).slice(0, 5) });
  return close;
}

/** Names the first year after `day` that has no calendar. */
function missing(counting: Counting, day: string): undefined {
  const year =
    counting.days.kindOf(day) === 'unknown' ? Number(day.slice(0, 4)) : Number(day.slice(0, 4)) + 1;
  counting.steps.push({ code: 'calendar-missing', year });
  return undefined;
}

const skipped = (counting: Counting) => (day: string, kind: DayKind) => {
  counting.steps.push({ code: 'day-off', day, kind });
};

const isAtOrAfterCutoff = (received: number, counting: Counting): boolean =>
  localTimeOf(received) >= `${counting.question.rules.sameDayCutoff.value}:00`;
