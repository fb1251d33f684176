import { checkReception } from '../../../../shared/domain/dossier/check-reception.ts';
import type { FindingCode, FindingField } from '../../../../shared/domain/dossier/finding.ts';
import { readBirthDate } from '../../../../shared/domain/identity/birth-date.ts';
import { readPersonName } from '../../../../shared/domain/identity/person-name.ts';
import { readPersonalId } from '../../../../shared/domain/identity/personal-id.ts';
import { readPhone } from '../../../../shared/domain/identity/phone.ts';
import type { Result } from '../../../../shared/lib/result.ts';
import { localDayOf } from '../../../../shared/lib/vietnam-time.ts';
import type { ReceptionDraft } from '../../../worker/api.ts';

/** Fields that hold a text the clerk types. */
export type TextField =
  | keyof ReceptionDraft['person']
  | 'submitterName'
  | 'submitterPersonalId'
  | 'organisation'
  | 'competentAgency'
  | 'note';

/** Messages standing at fields. */
export type Faults = Readonly<Partial<Record<FindingField, FindingCode>>>;

/** The text of a field, wherever the draft keeps it. */
export function textOf(draft: ReceptionDraft, field: TextField): string {
  switch (field) {
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

/** Writes the text of a field in NFC; a person's field keeps its source. */
export function withText(draft: ReceptionDraft, field: TextField, text: string): ReceptionDraft {
  const composed = text.normalize('NFC');
  switch (field) {
    case 'submitterName':
    case 'submitterPersonalId':
    case 'organisation':
    case 'competentAgency':
    case 'note':
      return { ...draft, [field]: composed };
    default:
      return {
        ...draft,
        person: { ...draft.person, [field]: { ...draft.person[field], text: composed } },
      };
  }
}

/** What is wrong with one filled-in field while the clerk is still at work; an empty one waits for F9. */
export function faultAt(draft: ReceptionDraft, field: TextField, now: number): FindingCode | undefined {
  if (textOf(draft, field).trim() === '') return undefined;
  const moment = { receivedAt: new Date(now).toISOString(), clockTrusted: true };
  return checkReception(draft, undefined, moment).find(
    (finding) => finding.field === field && finding.severity === 'error',
  )?.code;
}

const readOr = (read: Result<string, unknown>, text: string): string => (read.ok ? read.value : text);

/** How a field is written once the clerk leaves it: one spelling, nothing guessed; what is wrong stays as typed. */
export function tidied(field: TextField, text: string, now: number): string {
  switch (field) {
    case 'birthDate': {
      const day = readBirthDate(text, localDayOf(now));
      return day.ok ? day.value.split('-').reverse().join('/') : text;
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
