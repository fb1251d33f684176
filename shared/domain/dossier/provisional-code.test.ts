import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from '../../../tests/builders/holds.ts';
import { hybridCheckSymbol } from '../../lib/iso7064.ts';
import { dossierPayloads } from './payloads.ts';
import {
  formatProvisionalCode,
  isProvisionalCode,
  PROVISIONAL_SYMBOLS,
  parseProvisionalCode,
} from './provisional-code.ts';

const symbol = fc.constantFrom(...PROVISIONAL_SYMBOLS);
const code = fc
  .tuple(symbol, symbol, symbol, fc.integer({ min: 1, max: 999_999_999 }))
  .map(([a, b, c, number]) => ({ series: a + b + c, number }));

describe('provisional codes (R-CODE-1)', () => {
  it('agrees with the published examples of ISO 7064', () => {
    expect(hybridCheckSymbol('0794', '0123456789')).toBe('5');
    expect(hybridCheckSymbol('A12425GABC1234002', '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')).toBe('M');
  });
  it('is read back as it was printed, in any series and at any number', () => {
    holds(
      fc.property(code, (wanted) => {
        const text = formatProvisionalCode(wanted);
        expect(parseProvisionalCode(text)).toEqual({ ok: true, value: wanted });
        expect(dossierPayloads['dossier.receive'].shape.provisionalCode.safeParse(text).success).toBe(true);
      }),
    );
  });
  it('notices every single wrong symbol', () => {
    holds(
      fc.property(code, fc.nat(), symbol, (wanted, place, wrong) => {
        const text = formatProvisionalCode(wanted);
        const at = 1 + (place % (text.length - 1));
        const changed = text.slice(0, at) + wrong + text.slice(at + 1);
        fc.pre(changed !== text && text[at] !== '-');
        expect(isProvisionalCode(changed)).toBe(false);
      }),
    );
  });
  it('forgives lower case and blanks, nothing else', () => {
    const text = formatProvisionalCode({ series: 'K7Q', number: 47 });
    expect(parseProvisionalCode(` ${text.toLowerCase()} `).ok).toBe(true);
    expect(isProvisionalCode(text.toLowerCase())).toBe(false);
    expect(parseProvisionalCode('X99.001-261123-0007')).toEqual({
      ok: false,
      error: 'not-a-provisional-code',
    });
    expect(parseProvisionalCode(text.replace('00047', '00048'))).toEqual({
      ok: false,
      error: 'check-symbol-wrong',
    });
  });
  it('refuses numbers with needless zeros and numbers that cannot be', () => {
    expect(parseProvisionalCode('PK7Q-000047-0').ok).toBe(false);
    expect(parseProvisionalCode('PK7Q-00000-0').ok).toBe(false);
    expect(() => formatProvisionalCode({ series: 'K7Q', number: 0 })).toThrow();
    expect(() => formatProvisionalCode({ series: 'K7', number: 1 })).toThrow();
    expect(() => formatProvisionalCode({ series: 'ABC', number: 1 })).toThrow();
  });
});
