const zone = 'Asia/Ho_Chi_Minh';
const dayParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const clockParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Day of an instant in Vietnam, `23/11/2026`. */
export const dayText = (instant: string): string => dayParts.format(new Date(instant));

/** Hour of an instant in Vietnam, `14:32`. */
export const clockText = (instant: string): string => clockParts.format(new Date(instant));

/** Hour and day, `14:32 · 23/11/2026`. */
export const momentText = (instant: string): string => `${clockText(instant)} · ${dayText(instant)}`;

/** The hour alone when it is today, else hour and day: how old a thing is, at a glance. */
export function sinceText(instant: string, now: number): string {
  return dayText(instant) === dayParts.format(new Date(now)) ? clockText(instant) : momentText(instant);
}

/** Calendar days in Vietnam from now to an instant; negative when it is past. */
export function daysUntil(instant: string, now: number): number {
  return dayNumber(Date.parse(instant)) - dayNumber(now);
}

/** Vietnam has kept UTC+7 without summer time since 1975. */
function dayNumber(ms: number): number {
  return Math.floor((ms + 7 * 3_600_000) / 86_400_000);
}
