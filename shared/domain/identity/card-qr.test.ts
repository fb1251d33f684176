import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from '../../../tests/builders/holds.ts';
import { readCardQr } from './card-qr.ts';

const TODAY = '2026-11-23';
const CARD = '001190000011|123456789|Nguyễn Thị Mẫu|17051990|Nữ|Thôn Thử, Xã Mẫu, Tỉnh mẫu|01022022';
const SIX = '001190000011|Nguyễn Thị Mẫu|17051990|Nữ|Thôn Thử, Xã Mẫu, Tỉnh mẫu|01022022';
const person = {
  personalId: '001190000011',
  name: 'Nguyễn Thị Mẫu',
  birthDate: '1990-05-17',
  sex: 'female',
  address: 'Thôn Thử, Xã Mẫu, Tỉnh mẫu',
  warnings: [],
};
const fault = (text: string) => {
  const result = readCardQr(text, TODAY);
  return result.ok ? 'read' : result.error;
};
const latin1 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
const windows1252 = (text: string) => new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8'));

describe('the QR of an identity card (R-CARD)', () => {
  it('is read with six, seven, eight and more fields, an empty old number included', () => {
    for (const text of [
      CARD,
      SIX,
      CARD.replace('123456789', ''),
      `${CARD}|`,
      `${CARD}|Nguyễn Văn Cha|Trần Thị Mẹ`,
      `${CARD}\r\n`,
    ]) {
      expect(readCardQr(text, TODAY)).toEqual({ ok: true, value: person });
    }
  });
  it('keeps nothing of the raw text and nothing of the old number', () => {
    const result = readCardQr(`${CARD}|Nguyễn Văn Cha`, TODAY);
    expect(JSON.stringify(result)).not.toContain('123456789');
    expect(JSON.stringify(result)).not.toContain('Cha');
  });
  it('is refused when it was cut anywhere', () => {
    const least = CARD.indexOf('|') + 1;
    for (let length = least; length < CARD.length; length++) {
      expect(fault(CARD.slice(0, length)), CARD.slice(0, length)).not.toBe('read');
    }
    expect(fault(CARD.slice(0, -3))).toBe('card-cut');
    expect(fault(CARD.slice(4))).toBe('card-cut');
  });
  it('is refused when two scans ran together', () => {
    expect(fault(CARD + CARD)).toBe('card-doubled');
    expect(fault(`${CARD}|${CARD}`)).toBe('card-doubled');
    expect(fault(`${CARD.slice(0, 30)}${CARD}`)).toBe('card-doubled');
  });
  it('is put right when UTF-8 was shown as Latin-1 or Windows-1252, and says so', () => {
    for (const broken of [latin1(CARD), windows1252(CARD)]) {
      expect(readCardQr(broken, TODAY)).toEqual({
        ok: true,
        value: { ...person, warnings: ['card-letters-repaired'] },
      });
    }
  });
  it('is refused when the letters cannot be put right', () => {
    expect(fault(latin1(CARD).replace('\u0085', ''))).toBe('card-broken-letters');
    expect(fault(CARD.replace('ễ', '\ufffd'))).toBe('card-broken-letters');
    expect(fault(CARD.replace('ễ', '?'))).toBe('card-broken-letters');
  });
  it('is refused when it was typed through an active input method', () => {
    expect(fault(CARD.replace('Nguyễn', 'Nguye6n4'))).toBe('card-input-method');
    expect(fault(CARD.replace('Nữ', 'Nuwx'))).toBe('card-input-method');
    expect(fault(CARD.replace('Nữ', 'Nu74'))).toBe('card-input-method');
  });
  it('is refused with a birth date that does not exist or lies ahead', () => {
    expect(fault(CARD.replace('17051990', '31021990'))).toBe('card-birth-date-invalid');
    expect(fault(CARD.replace('17051990', '24112026'))).toBe('card-birth-date-future');
  });
  it('is refused in pieces of letters (NFD), empty, endless or when it is something else', () => {
    expect(fault(CARD.normalize('NFD'))).toBe('card-not-nfc');
    expect(fault(' ')).toBe('card-empty');
    expect(fault(`${CARD}|${'x'.repeat(5000)}`)).toBe('card-too-long');
    expect(fault('PK7Q-00047-B')).toBe('card-not-a-card');
    expect(fault('https://example.vn/a|b')).toBe('card-not-a-card');
  });
  it('keeps the number and drops a name or address that cannot be right', () => {
    const result = readCardQr(CARD.replace('Nguyễn Thị Mẫu', '=cmd').replace('Thôn Thử', '<b>'), TODAY);
    expect(result.ok && result.value).toEqual({
      personalId: '001190000011',
      birthDate: '1990-05-17',
      sex: 'female',
      warnings: ['card-name-unusable', 'card-address-unusable'],
    });
  });
  it('warns when number and birth year or sex do not fit', () => {
    const result = readCardQr(CARD.replace('001190', '005291'), TODAY);
    expect(result.ok && result.value.warnings).toEqual([
      'personal-id-birth-year',
      'personal-id-sex',
      'personal-id-province',
    ]);
  });
  it('never throws and never gives a half-read number, whatever a keyboard wedge sends', () => {
    const noise = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('|', '001190000011', '17051990', 'Nữ', 'Nam', 'Mẫu', '9', ' '))
        .map((parts) => parts.join('')),
      fc
        .tuple(fc.nat({ max: CARD.length }), fc.string())
        .map(([at, text]) => CARD.slice(0, at) + text + CARD.slice(at)),
    );
    holds(
      fc.property(noise, (text) => {
        const result = readCardQr(text, TODAY);
        if (result.ok) expect(result.value.personalId).toMatch(/^[0-9]{12}$/);
      }),
      500,
    );
  });
});
