import { describe, expect, it } from 'vitest';
import { readBirthDate } from './birth-date.ts';
import { readPersonName } from './person-name.ts';
import { personalIdFacts, personalIdWarnings, readPersonalId } from './personal-id.ts';
import { readPhone } from './phone.ts';

const TODAY = '2026-11-23';
const value = <T>(result: { ok: true; value: T } | { ok: false; error: string }) =>
  result.ok ? result.value : result.error;

describe('names (R-NAME)', () => {
  it('keeps Vietnamese, minority and foreign names in Latin letters', () => {
    for (const name of ['Nguyễn Thị Mẫu', "H'Hen Niê Thử", 'Y Ka-Lin', 'Zoë Wójcik', 'Đỗ Ý'])
      expect(value(readPersonName(name))).toBe(name);
    expect(value(readPersonName('  Nguyễn   Thị  Mẫu '))).toBe('Nguyễn Thị Mẫu');
  });
  it.each([
    ['', 'name-empty'],
    ['a'.repeat(10_000), 'name-too-long'],
    ['Nguyễn'.normalize('NFD'), 'name-not-nfc'],
    ['Mẫu\u0000', 'name-control'],
    ['Mẫu\u202e', 'name-control'],
    ['=cmd|calc', 'name-formula'],
    ['+84', 'name-formula'],
    ['-Mẫu', 'name-formula'],
    ['@Mẫu', 'name-formula'],
    ['<b>Mẫu</b>', 'name-markup'],
    ['Mẫu 😀', 'name-emoji'],
    ['Mẫu 🇻🇳', 'name-emoji'],
    ['Mẫu 12', 'name-letters'],
    ['NguyÃªn º', 'name-letters'],
    ['...', 'name-letters'],
  ])('refuses %j', (name, code) => {
    expect(value(readPersonName(name))).toBe(code);
  });
});

describe('personal numbers (R-ID)', () => {
  it('are twelve digits', () => {
    expect(value(readPersonalId('001 190 000 011'))).toBe('001190000011');
    expect(value(readPersonalId('123456789'))).toBe('personal-id-length');
    expect(value(readPersonalId('00119000001l'))).toBe('personal-id-letters');
    expect(value(readPersonalId('００１１９００００００１１'))).toBe('personal-id-letters');
    expect(value(readPersonalId(''))).toBe('personal-id-empty');
  });
  it('say century, sex and year of birth', () => {
    expect(personalIdFacts('001190000011')).toEqual({ birthYear: 1990, sex: 'female' });
    expect(personalIdFacts('079204000011')).toEqual({ birthYear: 2004, sex: 'male' });
    expect(personalIdFacts('079325000011')).toEqual({ birthYear: 2025, sex: 'female' });
  });
  it('only warn when they do not fit, foreign births and corrected sex included', () => {
    expect(personalIdWarnings('001190000011', { birthDate: '1990-05-17', sex: 'female' })).toEqual([]);
    expect(personalIdWarnings('001190000011', { birthDate: '1991-05-17', sex: 'male' })).toEqual([
      'personal-id-birth-year',
      'personal-id-sex',
    ]);
    expect(personalIdWarnings('003190000011', {})).toEqual(['personal-id-province']);
    expect(personalIdWarnings('123190000011', {})).toEqual([]);
  });
});

describe('phones (R-PHONE)', () => {
  it.each([
    ['0900 000 011', '0900000011'],
    ['+84 900.000.011', '0900000011'],
    ['84900000011', '0900000011'],
    ['+84 (0) 900-000-011', '0900000011'],
    ['024 3800 0011', '02438000011'],
  ])('%s is %s', (text, phone) => {
    expect(value(readPhone(text))).toBe(phone);
  });
  it.each([
    ['gọi sau', 'phone-letters'],
    ['0900 000 01x', 'phone-letters'],
    ['12345', 'phone-number'],
    ['0000000000', 'phone-number'],
    ['0123456789', 'phone-number'],
    ['09000000111', 'phone-number'],
    ['', 'phone-letters'],
  ])('%j is refused', (text, code) => {
    expect(value(readPhone(text))).toBe(code);
  });
});

describe('birth dates (R-BIRTH)', () => {
  it('are read as eight digits or with separators, days of one or two digits', () => {
    for (const text of ['17051990', '17/05/1990', '17-5-1990', '17.05.1990', ' 17/5/1990 '])
      expect(value(readBirthDate(text, TODAY))).toBe('1990-05-17');
    expect(value(readBirthDate('23/11/2026', TODAY))).toBe('2026-11-23');
    expect(value(readBirthDate('29/2/2024', TODAY))).toBe('2024-02-29');
  });
  it.each([
    ['31/02/1990', 'birth-date-invalid'],
    ['17/13/1990', 'birth-date-invalid'],
    ['17/05/90', 'birth-date-invalid'],
    ['17/05/1890', 'birth-date-invalid'],
    ['1990', 'birth-date-invalid'],
    ['24/11/2026', 'birth-date-future'],
  ])('%s is refused', (text, code) => {
    expect(value(readBirthDate(text, TODAY))).toBe(code);
  });
});
