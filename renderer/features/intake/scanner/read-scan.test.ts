import { describe, expect, it } from 'vitest';
import { formatProvisionalCode } from '../../../../shared/domain/dossier/provisional-code.ts';
import { cardTexts } from './card-texts.ts';
import { readPastedScan, readScan } from './read-scan.ts';

const TODAY = '2026-11-23';
const card = '077192004518|273456789|Trần Thị Mẫu|14081992|Nữ|Tổ 12, ấp Mẫu, xã Mẫu|22072021';
const code = formatProvisionalCode({ series: '7K3', number: 42 });

describe('a scanned text', () => {
  it('of a card fills the fields as the screen writes them', () => {
    const reading = readScan(card, TODAY);
    if (reading.kind !== 'card') throw new Error(reading.kind);
    expect(cardTexts(reading.card)).toEqual({
      name: 'Trần Thị Mẫu',
      personalId: '077192004518',
      birthDate: '14/08/1992',
      sex: 'female',
      address: 'Tổ 12, ấp Mẫu, xã Mẫu',
    });
  });

  it('of a receipt leads to its dossier', () => {
    expect(readScan(` ${code.toLowerCase()}`, TODAY)).toEqual({ kind: 'code', code });
  });

  it('of a receipt with a wrong check symbol is refused, not guessed', () => {
    const wrong = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
    expect(readScan(wrong, TODAY)).toEqual({ kind: 'fault', code: 'check-symbol-wrong' });
  });

  it('that was cut, doubled or is something else changes nothing', () => {
    expect(readScan(card.slice(0, 40), TODAY)).toEqual({ kind: 'fault', code: 'card-cut' });
    expect(readScan(card + card, TODAY)).toEqual({ kind: 'fault', code: 'card-doubled' });
    expect(readScan('https://example.vn', TODAY).kind).toBe('fault');
  });
});

describe('a pasted text', () => {
  it('is a scan when it reads as one, whatever field has the focus', () => {
    expect(readPastedScan(card, TODAY)?.kind).toBe('card');
    expect(readPastedScan(code, TODAY)?.kind).toBe('code');
  });

  it('that looks like a damaged card is refused instead of landing in a field', () => {
    expect(readPastedScan(card.replace('Nữ', 'Nuwx'), TODAY)?.kind).toBe('fault');
  });

  it('that is an ordinary text stays a paste', () => {
    for (const text of ['Nguyễn Văn Mẫu', '077192004518', '0908 451 227', ''])
      expect(readPastedScan(text, TODAY)).toBeUndefined();
  });
});
