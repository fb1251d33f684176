import { addDays, localDayOf, localTimeOf } from '../../lib/vietnam-time.ts';
import type { Step } from './step.ts';
import { isWorking, type WorkingDays } from './working-days.ts';

const HOUR_MS = 3_600_000;

/**
 * giờ làm việc — the moment at which `hours` of open time have passed since `start`. Only sessions count: lunch, nights,
 * days off and time before opening do not. Undefined when a year without a calendar comes first. Appends its reasoning.
 */
export function countHours(
  start: number,
  hours: number,
  days: WorkingDays,
  steps: Step[],
): number | undefined {
  let left = hours * HOUR_MS;
  for (let day = localDayOf(start); ; day = addDays(day, 1)) {
    const kind = days.kindOf(day);
    if (kind === 'unknown') return undefined;
    if (!isWorking(kind)) steps.push({ code: 'day-off', day, kind });
    for (const session of days.sessionsOf(day)) {
      const from = Math.max(session.from, start);
      if (from >= session.to) continue;
      const to = Math.min(session.to, from + left);
      left -= to - from;
      steps.push({
        code: 'hours-counted',
        day,
        from: localTimeOf(from),
        to: localTimeOf(to),
        minutesLeft: Math.ceil(left / 60_000),
      });
      if (left === 0) return to;
    }
  }
}
