import { err, ok, type Result } from '../../lib/result.ts';
import { isRealDay } from '../../lib/vietnam-time.ts';

export type BirthDateFault = 'birth-date-invalid' | 'birth-date-future';

/** The personal number knows no birth before 1900. */
const EARLIEST = '1900-01-01';

/**
 * ngày sinh — day, month, year as typed or scanned: 8 digits, or parts of one or two digits and a four-digit year joined by
 * `/`, `-` or `.`. `today` is the office's local day; a birth after it is refused. Gives `yyyy-mm-dd`.
 */
export function readBirthDate(text: string, today: string): Result<string, BirthDateFault> {
  const match =
    /^(\d{2})(\d{2})(\d{4})$/.exec(text.trim()) ?? /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  if (!match) return err('birth-date-invalid');
  const [, date = '', month = '', year = ''] = match;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (!isRealDay(day) || day < EARLIEST) return err('birth-date-invalid');
  return day > today ? err('birth-date-future') : ok(day);
}
