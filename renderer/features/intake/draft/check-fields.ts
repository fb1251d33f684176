import { type BirthDateFault, readBirthDate } from '../../../../shared/domain/identity/birth-date.ts';
import { type NameFault, readPersonName } from '../../../../shared/domain/identity/person-name.ts';
import { type PersonalIdFault, readPersonalId } from '../../../../shared/domain/identity/personal-id.ts';
import { type PhoneFault, readPhone } from '../../../../shared/domain/identity/phone.ts';
import type { Result } from '../../../../shared/lib/result.ts';
import type { ReceptionDraft } from '../../../worker/api.ts';

/** Names of the fields a message can stand at; preflight findings name the same ones. */
export type FieldName =
  | 'name'
  | 'personalId'
  | 'birthDate'
  | 'sex'
  | 'phone'
  | 'address'
  | 'submitterName'
  | 'submitterPersonalId'
  | 'organisation'
  | 'procedure'
  | 'papers'
  | 'competentAgency'
  | 'note';

export type CheckCode =
  | NameFault
  | PersonalIdFault
  | BirthDateFault
  | PhoneFault
  | 'name-missing'
  | 'personal-id-missing'
  | 'procedure-missing'
  | 'submitter-missing'
  | 'organisation-missing'
  | 'text-too-long'
  | 'text-characters'
  | 'agency-form';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const odd =
  /[<>]|\p{Extended_Pictographic}|^[=+@]|[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** `yyyy-mm-dd` as a clerk reads it. */
const dayAsTyped = (day: string): string => day.split('-').reverse().join('/');

const faultIn = <E extends CheckCode>(read: Result<unknown, E>): E | undefined =>
  read.ok ? undefined : read.error;

function checkLine(text: string, max: number): CheckCode | undefined {
  if (text.length > max) return 'text-too-long';
  return odd.test(text) ? 'text-characters' : undefined;
}

/** What is wrong with one filled-in field; an empty one is never wrong here. `today` is the office's local day. */
export function checkField(draft: ReceptionDraft, field: FieldName, today: string): CheckCode | undefined {
  const text = textOf(draft, field);
  if (text.trim() === '') return undefined;
  switch (field) {
    case 'name':
    case 'submitterName':
      return faultIn(readPersonName(text));
    case 'personalId':
    case 'submitterPersonalId':
      return faultIn(readPersonalId(text));
    case 'birthDate':
      return faultIn(readBirthDate(text, today));
    case 'phone':
      return faultIn(readPhone(text));
    case 'address':
      return checkLine(text, 500);
    case 'organisation':
      return checkLine(text, 300);
    case 'note':
      return text.length > 2000 ? 'text-too-long' : undefined;
    case 'competentAgency':
      return /^[A-Y]\d{2}(\.[A-Z0-9]+){0,5}$/.test(text.trim()) ? undefined : 'agency-form';
    default:
      return undefined;
  }
}

/** What must be filled in for this capacity. */
export function checkMissing(draft: ReceptionDraft, field: FieldName): CheckCode | undefined {
  if (textOf(draft, field).trim() !== '') return undefined;
  if (field === 'name') return 'name-missing';
  if (field === 'personalId') return 'personal-id-missing';
  if (field === 'procedure') return 'procedure-missing';
  if (field === 'submitterName' && draft.capacity === 'representative') return 'submitter-missing';
  if (field === 'organisation' && draft.capacity === 'organisation') return 'organisation-missing';
  return undefined;
}

/** Fields in the order of the screen: the first wrong one gets the focus. */
export const fieldOrder: readonly FieldName[] = [
  'submitterName',
  'submitterPersonalId',
  'organisation',
  'name',
  'personalId',
  'birthDate',
  'sex',
  'phone',
  'address',
  'procedure',
  'papers',
  'competentAgency',
  'note',
];

/** Everything typed wrong or missing, by field. */
export function checkDraft(
  draft: ReceptionDraft,
  today: string,
): Readonly<Partial<Record<FieldName, CheckCode>>> {
  const faults: Partial<Record<FieldName, CheckCode>> = {};
  for (const field of fieldOrder) {
    const code = checkMissing(draft, field) ?? checkField(draft, field, today);
    if (code) faults[field] = code;
  }
  return faults;
}

/** The text of a field, wherever the draft keeps it. */
export function textOf(draft: ReceptionDraft, field: FieldName): string {
  switch (field) {
    case 'procedure':
      return draft.procedureCode ?? '';
    case 'papers':
      return '';
    case 'submitterName':
    case 'submitterPersonalId':
    case 'organisation':
    case 'competentAgency':
    case 'note':
      return draft[field];
    default:
      return draft.person[field].text;
  }
}

const readOr = (read: Result<string, unknown>, text: string): string => (read.ok ? read.value : text);

/** How a field is written once the clerk leaves it: one spelling, nothing guessed; what is wrong stays as typed. */
export function tidied(field: FieldName, text: string, today: string): string {
  switch (field) {
    case 'birthDate': {
      const day = readBirthDate(text, today);
      return day.ok ? dayAsTyped(day.value) : text;
    }
    case 'phone':
      return readOr(readPhone(text), text);
    case 'personalId':
    case 'submitterPersonalId':
      return readOr(readPersonalId(text), text);
    case 'name':
    case 'submitterName':
      return readOr(readPersonName(text), text);
    case 'competentAgency':
      return text.trim().toUpperCase();
    case 'address':
    case 'organisation':
      return text.replace(/\s+/g, ' ').trim();
    default:
      return text;
  }
}
