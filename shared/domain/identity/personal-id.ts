import { err, ok, type Result } from '../../lib/result.ts';

export type PersonalIdFault = 'personal-id-empty' | 'personal-id-letters' | 'personal-id-length';
export type PersonalIdWarning = 'personal-id-birth-year' | 'personal-id-sex' | 'personal-id-province';
export type Sex = 'male' | 'female';

/** Provinces of birth registration before the merger (domain.md §3.1); numbers stay when provinces merge. */
const PROVINCES = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 ' +
    '045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 ' +
    '092 093 094 095 096'
  ).split(' '),
);

/** số định danh cá nhân — 12 digits; blanks and dots between groups are forgiven. */
export function readPersonalId(text: string): Result<string, PersonalIdFault> {
  const digits = text.replace(/[\s.]/g, '');
  if (digits === '') return err('personal-id-empty');
  if (!/^[0-9]+$/.test(digits)) return err('personal-id-letters');
  return digits.length === 12 ? ok(digits) : err('personal-id-length');
}

/** What the number itself says: fourth digit = century and sex, fifth and sixth = birth year. */
export function personalIdFacts(personalId: string): { readonly birthYear: number; readonly sex: Sex } {
  const centuryAndSex = Number(personalId[3]);
  return {
    birthYear: 1900 + 100 * Math.floor(centuryAndSex / 2) + Number(personalId.slice(4, 6)),
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
  };
}

/**
 * What does not fit between the number and the other fields. Warnings only: sex may be legally corrected, and the codes of
 * births registered after July 2025 are not published. Prefixes from 100 on are countries.
 */
export function personalIdWarnings(
  personalId: string,
  person: { readonly birthDate?: string; readonly sex?: Sex },
): readonly PersonalIdWarning[] {
  const facts = personalIdFacts(personalId);
  const prefix = personalId.slice(0, 3);
  const found: PersonalIdWarning[] = [];
  if (person.birthDate && Number(person.birthDate.slice(0, 4)) !== facts.birthYear)
    found.push('personal-id-birth-year');
  if (person.sex && person.sex !== facts.sex) found.push('personal-id-sex');
  if (prefix < '100' && !PROVINCES.has(prefix)) found.push('personal-id-province');
  return found;
}
