/**
 * Wall time of the office. Vietnam has one zone, UTC+7, without summer time since 1975, so plain arithmetic is exact.
 * Days are `yyyy-mm-dd`, clock times `HH:MM[:SS]`, moments milliseconds since 1970 UTC.
 */
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** Local calendar day of a moment. */
export const localDayOf = (moment: number): string => new Date(moment + OFFSET_MS).toISOString().slice(0, 10);

/** Local clock time of a moment, `HH:MM:SS`. */
export const localTimeOf = (moment: number): string =>
  new Date(moment + OFFSET_MS).toISOString().slice(11, 19);

/** The moment at which the office's clock shows `time` on `day`. */
export const momentAt = (day: string, time: string): number =>
  Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}.000Z`) - OFFSET_MS;

/** A moment as local ISO text with its zone, e.g. `2026-11-27T17:00:00+07:00`. */
export const localIso = (moment: number): string => `${localDayOf(moment)}T${localTimeOf(moment)}+07:00`;

/** A moment as ISO 8601 UTC with milliseconds, the form instants are stored in. */
export const utcIso = (moment: number): string => new Date(moment).toISOString();

/** The day `count` days later (earlier when negative). */
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + count * DAY_MS).toISOString().slice(0, 10);

/** 1 = Monday … 7 = Sunday. */
export const isoWeekday = (day: string): number => new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;

/** `yyyy-mm-dd` that exists in the calendar. */
export function isRealDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const moment = Date.parse(`${day}T00:00:00.000Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(day);
}
