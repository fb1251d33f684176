import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from '../../tests/builders/holds.ts';
import { looksBroken, repairMojibake } from './mojibake.ts';
import { decodeUtf8 } from './utf8.ts';

const bytesOf = (text: string): number[] => [...Buffer.from(text, 'utf8')];
const wellFormed = fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed());

describe('strict UTF-8', () => {
  it('reads what an encoder wrote', () => {
    holds(fc.property(wellFormed, (text) => void expect(decodeUtf8(bytesOf(text))).toBe(text)));
  });
  it('agrees with the platform about which bytes are text', () => {
    const platform = (bytes: number[]): string | undefined => {
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
      } catch {
        return undefined;
      }
    };
    const byte = fc.oneof(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(0xc0, 0xe0, 0xed, 0xf0, 0xf4, 0x80, 0xa0, 0xbf),
    );
    holds(
      fc.property(
        fc.array(byte, { maxLength: 6 }),
        (bytes) => void expect(decodeUtf8(bytes)).toBe(platform(bytes)),
      ),
      2000,
    );
  });
});

describe('letters broken by a scanner', () => {
  const name = fc
    .array(fc.constantFrom('Nguyễn', 'Trần', 'Đỗ', 'Ý', 'Thị', 'Ngọc', 'Hồ', 'Lữ', 'Mẫu'), {
      minLength: 1,
      maxLength: 5,
    })
    .map((words) => words.join(' '));
  it('are put right exactly, whether shown as Latin-1 or as Windows-1252', () => {
    holds(
      fc.property(name, (text) => {
        const bytes = Buffer.from(text, 'utf8');
        expect(repairMojibake(bytes.toString('latin1'))).toBe(text);
        expect(repairMojibake(new TextDecoder('windows-1252').decode(bytes))).toBe(text);
      }),
    );
  });
  it('are never seen in sound Vietnamese', () => {
    holds(
      fc.property(name, (text) => {
        expect(repairMojibake(text)).toBeUndefined();
        expect(looksBroken(text)).toBe(false);
      }),
    );
    expect(repairMojibake('plain')).toBeUndefined();
  });
});
