/**
 * Every code a check before F9 may report. Each has a text in every language; the table of texts is checked against this list.
 */
export const FINDING_CODES = [
  'name-empty',
  'name-too-long',
  'name-not-nfc',
  'name-control',
  'name-formula',
  'name-markup',
  'name-emoji',
  'name-letters',
  'personal-id-empty',
  'personal-id-letters',
  'personal-id-length',
  'personal-id-birth-year',
  'personal-id-sex',
  'personal-id-province',
  'birth-date-invalid',
  'birth-date-future',
  'phone-letters',
  'phone-number',
  'text-too-long',
  'text-not-nfc',
  'text-control',
  'submitter-missing',
  'organisation-missing',
  'procedure-missing',
  'procedure-unknown',
  'procedure-not-in-force',
  'procedure-elsewhere',
  'pack-set-missing',
  'paper-missing',
  'paper-empty',
  'paper-presented-attached',
  'paper-reuse',
  'papers-none',
  'secret-document',
  'competent-agency-invalid',
  'sets-invalid',
  'quantity-invalid',
  'fee-unknown',
  'term-unknown',
  'clock-untrusted',
  'boundary-free',
  'calendar-missing',
  'population-unchecked',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** Where a finding belongs; papers are named `paper:<key>`. */
export type FindingField =
  | 'name'
  | 'personalId'
  | 'birthDate'
  | 'sex'
  | 'address'
  | 'phone'
  | 'submitterName'
  | 'submitterPersonalId'
  | 'organisation'
  | 'procedure'
  | 'papers'
  | `paper:${string}`
  | 'sets'
  | 'quantity'
  | 'competentAgency'
  | 'note'
  | 'appointment';

/** kết quả kiểm tra — `error` stops F9 and takes the focus to `field`; `warning` and `info` are shown and do not. */
export interface Finding {
  readonly severity: 'error' | 'warning' | 'info';
  readonly field: FindingField;
  readonly code: FindingCode;
  /** goes into the text's `{detail}`; never personal data */
  readonly detail?: string;
}
