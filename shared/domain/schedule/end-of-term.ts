import { addDays, localDayOf, localTimeOf } from '../../lib/vietnam-time.ts';
import type { Term } from '../procedure/procedure.ts';
import { countHours } from './count-hours.ts';
import type { Step } from './step.ts';
import { type DayKind, isWorking, nextWorkingDay, type WorkingDays } from './working-days.ts';

/** What counting needs; `steps` takes the reasoning as it goes. */
export interface Counting {
  readonly days: WorkingDays;
  /** `HH:MM`; from this second on a reception is late */
  readonly cutoff: string;
  readonly cutoffShiftsStart: boolean;
  readonly steps: Step[];
}

/** The moment a term ends that began with a reception at `received`; undefined when a calendar is missing. */
export function endOfTerm(term: Term, received: number, counting: Counting): number | undefined {
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
  steps.push({ code: 'cutoff', cutoff: counting.cutoff, passed: late });
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
  if (!counting.cutoffShiftsStart) return { day, moment: received };
  const late = isAtOrAfterCutoff(received, counting);
  counting.steps.push({ code: 'cutoff', cutoff: counting.cutoff, passed: late });
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
  localTimeOf(received) >= `${counting.cutoff}:00`;
