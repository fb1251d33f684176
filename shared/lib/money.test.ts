import { describe, expect, it } from 'vitest';
import { formatMoney } from './money.ts';

describe('an amount', () => {
  it.each([
    [0, '0 đồng', '0 VND'],
    [999, '999 đồng', '999 VND'],
    [8000, '8.000 đồng', '8,000 VND'],
    [1_234_567, '1.234.567 đồng', '1,234,567 VND'],
  ])('%i is grouped by thousands', (amount, vi, en) => {
    expect(formatMoney(amount)).toBe(vi);
    expect(formatMoney(amount, 'en')).toBe(en);
  });
});
