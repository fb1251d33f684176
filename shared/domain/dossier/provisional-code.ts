import { hybridCheckSymbol } from '../../lib/iso7064.ts';
import { err, ok, type Result } from '../../lib/result.ts';

/** Symbols that no Vietnamese input method turns into accented letters; their order is their value in the check symbol. */
export const PROVISIONAL_SYMBOLS = '0123456789BCGHKLMNPQTV';

/** mã tạm — the code a device prints before the province has given the official one; an alias for ever. */
export interface ProvisionalCode {
  /** 3 symbols given to the device at enrolment */
  readonly series: string;
  /** running number in the series, from 1, never restarted */
  readonly number: number;
}

export type ProvisionalCodeFault = 'not-a-provisional-code' | 'check-symbol-wrong';

const PATTERN = /^P([0-9BCGHKLMNPQTV]{3})-(\d{5}|[1-9]\d{5,8})-([0-9BCGHKLMNPQTV])$/;
const HIGHEST = 999_999_999;

/** The printed text: `P` series `-` at least five digits `-` check symbol. Throws on a series or number that cannot exist. */
export function formatProvisionalCode({ series, number }: ProvisionalCode): string {
  if (!Number.isInteger(number) || number < 1 || number > HIGHEST) throw new Error(`number ${number}`);
  const digits = String(number).padStart(5, '0');
  const check = hybridCheckSymbol(`P${series}${digits}`, PROVISIONAL_SYMBOLS);
  if (series.length !== 3 || !check) throw new Error(`series ${series}`);
  return `P${series}-${digits}-${check}`;
}

/** Reads a code as printed or scanned; lower case and surrounding blanks are forgiven, a wrong check symbol is not. */
export function parseProvisionalCode(text: string): Result<ProvisionalCode, ProvisionalCodeFault> {
  const [, series, digits, check] = PATTERN.exec(text.trim().toUpperCase()) ?? [];
  if (!series || !digits || Number(digits) === 0) return err('not-a-provisional-code');
  if (hybridCheckSymbol(`P${series}${digits}`, PROVISIONAL_SYMBOLS) !== check)
    return err('check-symbol-wrong');
  return ok({ series, number: Number(digits) });
}

/** True for a code exactly as a device prints it. */
export function isProvisionalCode(text: string): boolean {
  const parsed = parseProvisionalCode(text);
  return parsed.ok && formatProvisionalCode(parsed.value) === text;
}
