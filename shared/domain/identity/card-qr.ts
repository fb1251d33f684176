import { looksBroken, repairMojibake } from '../../lib/mojibake.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { readBirthDate } from './birth-date.ts';
import { readPersonName } from './person-name.ts';
import { type PersonalIdWarning, personalIdWarnings, type Sex } from './personal-id.ts';

export type CardFault =
  | 'card-empty'
  | 'card-too-long'
  | 'card-not-a-card'
  | 'card-cut'
  | 'card-doubled'
  | 'card-broken-letters'
  | 'card-not-nfc'
  | 'card-input-method'
  | 'card-birth-date-invalid'
  | 'card-birth-date-future';

export type CardWarning =
  | PersonalIdWarning
  | 'card-letters-repaired'
  | 'card-name-unusable'
  | 'card-address-unusable';

/** What a card says. It is a typing aid, not proof: the QR carries no signature. Name and address only when they are usable. */
export interface CardReading {
  readonly personalId: string;
  readonly name?: string;
  readonly birthDate: string;
  readonly sex: Sex;
  readonly address?: string;
  readonly warnings: readonly CardWarning[];
}

const LONGEST = 2_000;

/**
 * mã QR trên thẻ — reads the text of a CCCD or căn cước QR. Fields are found by pattern: 12-digit number, birth date, sex,
 * residence, issue date; the old number may be absent and unknown trailing fields are ignored. What looks damaged is
 * refused as a whole, so nothing half-read reaches a form. `today` is the office's local day.
 */
export function readCardQr(raw: string, today: string): Result<CardReading, CardFault> {
  const text = raw.replace(/[\r\n]+$/, '').trim();
  if (text === '') return err('card-empty');
  if (text.length > LONGEST) return err('card-too-long');
  const repaired = repairMojibake(text);
  const sound = repaired ?? text;
  if (looksBroken(sound)) return err('card-broken-letters');
  if (sound !== sound.normalize('NFC')) return err('card-not-nfc');
  const fields = sound.split('|').map((field) => field.trim());
  return readFields(fields, today, repaired !== undefined);
}

function readFields(
  fields: readonly string[],
  today: string,
  repaired: boolean,
): Result<CardReading, CardFault> {
  if (fields.length < 2) return err(/^\d{9,}$/.test(fields[0] ?? '') ? 'card-cut' : 'card-not-a-card');
  const idPlace = fields.findIndex((field) => /^\d{12}$/.test(field));
  const damage = structureFault(fields, idPlace);
  if (damage) return err(damage);
  const personalId = fields[idPlace] ?? '';
  const birthPlace = fields.findIndex((field, place) => place > idPlace && /^\d{8}$/.test(field));
  const birthDate = readBirthDate(fields[birthPlace] ?? '', today);
  if (!birthDate.ok) return err(`card-${birthDate.error}` as const);
  const sex = fields[birthPlace + 1] === 'Nam' ? 'male' : 'female';
  const name = readPersonName(fields[birthPlace - 1] ?? '');
  const address = readAddress(fields[birthPlace + 2] ?? '');
  const warnings: CardWarning[] = [
    ...(repaired ? (['card-letters-repaired'] as const) : []),
    ...(name.ok ? [] : (['card-name-unusable'] as const)),
    ...(address === undefined ? (['card-address-unusable'] as const) : []),
    ...personalIdWarnings(personalId, { birthDate: birthDate.value, sex }),
  ];
  return ok({
    personalId,
    ...(name.ok ? { name: name.value } : {}),
    birthDate: birthDate.value,
    sex,
    ...(address ? { address } : {}),
    warnings,
  });
}

/** Cut, doubled or typed through an input method: seen from the order number · (old number) · name · birth · sex · home · issue. */
function structureFault(fields: readonly string[], idPlace: number): CardFault | undefined {
  const sexes = fields.filter((field) => /^(Nam|Nữ)$/.test(field)).length;
  const id = fields[idPlace];
  if (sexes > 1 || (id && fields.filter((field) => field.includes(id)).length > 1)) return 'card-doubled';
  if (fields.some((field) => /^N(?:u[wx74]{1,2}|[ưu]|ũ|ư[x4]|ux7|am[sfrxj1-5])$/i.test(field)))
    return 'card-input-method';
  if (!id) return fields.some((field) => /^\d{8,11}$/.test(field)) ? 'card-cut' : 'card-not-a-card';
  const birthPlace = fields.findIndex((field, place) => place > idPlace && /^\d{8}$/.test(field));
  const name = fields[birthPlace < 0 ? idPlace + 2 : birthPlace - 1] ?? '';
  // A name never holds digits: VNI keeps them when the burst was too fast for it.
  if (/\p{L}\d|\d\p{L}/u.test(name)) return 'card-input-method';
  if (birthPlace < 0 || !/^(Nam|Nữ)$/.test(fields[birthPlace + 1] ?? '')) return 'card-cut';
  const issuedPlace = fields.findIndex((field, place) => place > birthPlace + 2 && /^\d{8}$/.test(field));
  return issuedPlace < 0 ? 'card-cut' : undefined;
}

function readAddress(text: string): string | undefined {
  const usable = text.length > 0 && text.length <= 500 && /^[\p{L}\p{N} ,.;:/()'’\-–&+]+$/u.test(text);
  return usable ? text : undefined;
}
