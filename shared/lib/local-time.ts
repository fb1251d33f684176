/** Asia/Ho_Chi_Minh has stood at UTC+7 without summer time since 1975; no time-zone database is needed. */
const OFFSET_MS = 7 * 3_600_000;

export type Language = 'vi' | 'en';

export interface LocalParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** ISO weekday, 1 = Monday … 7 = Sunday */
  readonly weekday: number;
}

/** An instant (ISO 8601 UTC) as the wall clock of a Vietnamese office shows it. Throws on a text that is no instant. */
export function localParts(instant: string): LocalParts {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new Error('not an instant');
  const shifted = new Date(ms + OFFSET_MS);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    weekday: shifted.getUTCDay() || 7,
  };
}

const two = (value: number): string => String(value).padStart(2, '0');
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `16:30` */
export function formatLocalTime(instant: string): string {
  const { hour, minute } = localParts(instant);
  return `${two(hour)}:${two(minute)}`;
}

/** `24/11/2026`, in English `24 Nov 2026` (a slashed date would be read the wrong way round). */
export function formatLocalDay(instant: string, language: Language = 'vi'): string {
  const { year, month, day } = localParts(instant);
  return language === 'vi' ? `${two(day)}/${two(month)}/${year}` : `${day} ${months[month - 1]} ${year}`;
}

/** `16:30 24/11/2026`, in English `16:30, 24 Nov 2026`: for lists and panes. */
export function formatLocal(instant: string, language: Language = 'vi'): string {
  const separator = language === 'vi' ? ' ' : ', ';
  return `${formatLocalTime(instant)}${separator}${formatLocalDay(instant, language)}`;
}

/** `16 giờ 30 phút, ngày 24 tháng 11 năm 2026`: the spelling of official papers. */
export function localInWords(instant: string, language: Language = 'vi'): string {
  if (language === 'en') return formatLocal(instant, 'en');
  const { year, month, day, hour, minute } = localParts(instant);
  return `${two(hour)} giờ ${two(minute)} phút, ngày ${two(day)} tháng ${two(month)} năm ${year}`;
}
