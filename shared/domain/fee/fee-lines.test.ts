import { describe, expect, it } from 'vitest';
import { aProcedure } from '../../../tests/builders/a-pack-set.ts';
import { feeLines, feeTotal } from './fee-lines.ts';

const copies = aProcedure('2.000815');
const amount = (pages: number) => feeLines(copies, pages)[0]?.amount;

describe('fees (R-FEE)', () => {
  it('take 2.000 đồng for each of the first two pages, 1.000 from the third, 200.000 at most', () => {
    expect([1, 2, 3, 10, 198, 199, 1000].map(amount)).toEqual([
      2_000, 4_000, 5_000, 12_000, 200_000, 200_000, 200_000,
    ]);
  });
  it('show a price per unit only where the line is price times quantity', () => {
    expect(feeLines(copies, 2)[0]).toMatchObject({ unitAmount: 2_000, quantity: 2, amount: 4_000 });
    expect(feeLines(copies, 3)[0]?.unitAmount).toBeUndefined();
  });
  it('count units only where the rules name a unit', () => {
    expect(feeLines(aProcedure('2.001035'), 7)).toEqual([
      { kind: 'fee', name: 'Lệ phí chứng thực giao dịch', unitAmount: 50_000, quantity: 1, amount: 50_000 },
    ]);
  });
  it('tell free from unknown', () => {
    const free = aProcedure('2.000908');
    const unknown = aProcedure('1.001193');
    expect(feeTotal(free, feeLines(free, 1))).toBe(0);
    expect(feeTotal(unknown, feeLines(unknown, 1))).toBeUndefined();
    expect(feeTotal(copies, feeLines(copies, 3))).toBe(5_000);
  });
});
