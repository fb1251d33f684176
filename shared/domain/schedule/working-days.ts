import { addDays, isoWeekday, momentAt } from '../../lib/vietnam-time.ts';
import type { CalendarYear, OfficeHours } from '../packs/pack-set.ts';

/** How a day counts. `compensatory`: a weekend day worked in exchange (làm bù); `unknown`: no calendar for its year. */
export type DayKind = 'working' | 'compensatory' | 'weekend' | 'holiday' | 'unknown';

/** A session of the office on one day, as moments. */
export interface Session {
  readonly from: number;
  readonly to: number;
}

/** ngày làm việc — answers from the packs' calendar and office hours; a year without a calendar is never guessed. */
export interface WorkingDays {
  readonly kindOf: (day: string) => DayKind;
  /** sessions of a working day in order; none on other days */
  readonly sessionsOf: (day: string) => readonly Session[];
  /** end of the last session of a working day; undefined on other days */
  readonly closeOf: (day: string) => number | undefined;
}

export const isWorking = (kind: DayKind): boolean => kind === 'working' || kind === 'compensatory';

/** Reads calendar years and office hours into answers about single days. */
export function workingDays(calendar: readonly CalendarYear[], officeHours: OfficeHours): WorkingDays {
  const years = new Map(
    calendar.map((year) => [
      String(year.year),
      {
        off: new Set<string>(year.off.value),
        workingWeekend: new Set<string>(year.workingWeekend.value),
      },
    ]),
  );
  const byWeekday = officeHours.sessions.value as Partial<
    Record<string, readonly { readonly from: string; readonly to: string }[]>
  >;
  // A compensatory Saturday is worked like the weekday it stands for, so it falls back to the first weekday with hours.
  const ordinary =
    ['1', '2', '3', '4', '5'].map((day) => byWeekday[day] ?? []).find((s) => s.length > 0) ?? [];

  const kindOf = (day: string): DayKind => {
    const year = years.get(day.slice(0, 4));
    if (!year) return 'unknown';
    if (isoWeekday(day) >= 6) return year.workingWeekend.has(day) ? 'compensatory' : 'weekend';
    return year.off.has(day) ? 'holiday' : 'working';
  };
  const sessionsOf = (day: string): readonly Session[] => {
    const kind = kindOf(day);
    if (!isWorking(kind)) return [];
    const own = byWeekday[String(isoWeekday(day))] ?? [];
    const sessions = own.length === 0 && kind === 'compensatory' ? ordinary : own;
    return sessions.map((session) => ({
      from: momentAt(day, session.from),
      to: momentAt(day, session.to),
    }));
  };
  return { kindOf, sessionsOf, closeOf: (day) => sessionsOf(day).at(-1)?.to };
}

/** First working day after `day`; undefined when a year without a calendar comes first. `onSkip` sees the days off between. */
export function nextWorkingDay(
  days: WorkingDays,
  day: string,
  onSkip?: (day: string, kind: DayKind) => void,
): string | undefined {
  for (let next = addDays(day, 1); ; next = addDays(next, 1)) {
    const kind = days.kindOf(next);
    if (kind === 'unknown') return undefined;
    if (days.closeOf(next) !== undefined) return next;
    onSkip?.(next, kind);
  }
}
