import { describe, expect, it } from 'vitest';
import { formatOfficialCode, parseOfficialCode } from './official-code.ts';

describe('official dossier codes (R-CODE-2)', () => {
  it('reads the generation of 2018, agency last', () => {
    expect(parseOfficialCode('012.34.56.H29-180605-0001')).toEqual({
      text: '012.34.56.H29-180605-0001',
      generation: 'old',
      agency: '012.34.56.H29',
      day: '2018-06-05',
      serial: '0001',
    });
  });
  it('reads the shortened form that offices really used', () => {
    expect(parseOfficialCode('00.187.H29-240131-0042').generation).toBe('shortened');
  });
  it('reads the generation of 2025 and centralised codes with the owner before the serial', () => {
    expect(parseOfficialCode('H29.187-261123-00047').generation).toBe('new');
    expect(parseOfficialCode('G22.001.02-261123-120001')).toMatchObject({
      generation: 'new',
      serial: '120001',
    });
  });
  it('keeps an unknown shape word for word and flags it', () => {
    expect(parseOfficialCode('HS/2026/77')).toEqual({ text: 'HS/2026/77', generation: 'unknown' });
  });
  it('flags a code whose date does not exist', () => {
    expect(parseOfficialCode('H29.187-260230-0001').generation).toBe('unknown');
  });
  it('writes what it reads', () => {
    const text = formatOfficialCode('X99.001', '2026-11-23', 7);
    expect(text).toBe('X99.001-261123-0007');
    expect(parseOfficialCode(text)).toMatchObject({
      generation: 'new',
      agency: 'X99.001',
      day: '2026-11-23',
    });
    expect(formatOfficialCode('X99.001', '2026-11-23', 12345)).toBe('X99.001-261123-12345');
  });
});
