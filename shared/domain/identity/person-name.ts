import { hasUnseenCharacters, isComposed } from '../../lib/plain-text.ts';
import { err, ok, type Result } from '../../lib/result.ts';

export type NameFault =
  | 'name-empty'
  | 'name-too-long'
  | 'name-not-nfc'
  | 'name-control'
  | 'name-formula'
  | 'name-markup'
  | 'name-emoji'
  | 'name-letters';

const LONGEST = 200;
/** Latin letters with every Vietnamese accent; hyphen, apostrophe and dot occur in names of minorities and foreigners. */
const LETTERS = /^[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ'’ .-]+$/;

/**
 * họ và tên — a person's name as it may be stored and printed: NFC, at most 200 characters, letters only. Blanks at the ends
 * and doubled blanks are put right; anything else that is wrong is refused with its reason, never mended.
 */
export function readPersonName(text: string): Result<string, NameFault> {
  if (hasUnseenCharacters(text) || /[\u0080-\u009f]/.test(text)) return err('name-control');
  const name = text.trim().replace(/ +/g, ' ');
  if (name === '') return err('name-empty');
  if (name.length > LONGEST) return err('name-too-long');
  if (!isComposed(name)) return err('name-not-nfc');
  if (/^[=+\-@]/.test(name)) return err('name-formula');
  if (/[<>&]/.test(name)) return err('name-markup');
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(name)) return err('name-emoji');
  if (!LETTERS.test(name) || !/\p{L}/u.test(name)) return err('name-letters');
  return ok(name);
}
