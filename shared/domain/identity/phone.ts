import { err, ok, type Result } from '../../lib/result.ts';

export type PhoneFault = 'phone-letters' | 'phone-number';

/**
 * số điện thoại — Vietnamese mobile (10 digits) or landline (02…, 11 digits), as `0…`. Blanks, dots, hyphens, brackets and
 * +84 are forgiven; an empty text means none and is the caller's matter.
 */
export function readPhone(text: string): Result<string, PhoneFault> {
  const bare = text.replace(/[\s.\-()]/g, '');
  if (!/^\+?[0-9]+$/.test(bare)) return err('phone-letters');
  const local = bare.replace(/^(?:\+84|0084|84(?=[0-9]{9,10}$))0?/, '0');
  return /^(?:0[35789][0-9]{8}|02[0-9]{9})$/.test(local) ? ok(local) : err('phone-number');
}
