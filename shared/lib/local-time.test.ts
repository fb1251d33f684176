import { describe, expect, it } from 'vitest';
import { formatLocal, formatLocalDay, localInWords, localParts } from './local-time.ts';

const evening = '2026-12-31T17:30:00.000Z';

describe('local time', () => {
  it('is seven hours ahead, across midnight and the year', () => {
    expect(localParts(evening)).toEqual({ year: 2027, month: 1, day: 1, hour: 0, minute: 30, weekday: 5 });
  });

  it('is written the way each language reads it', () => {
    expect(formatLocal(evening)).toBe('00:30 01/01/2027');
    expect(formatLocal(evening, 'en')).toBe('00:30, 1 Jan 2027');
    expect(formatLocalDay('2026-11-22T03:00:00.000Z')).toBe('22/11/2026');
    expect(localInWords('2026-11-24T10:00:00.000Z')).toBe('17 giờ 00 phút, ngày 24 tháng 11 năm 2026');
    expect(localInWords('2026-11-24T10:00:00.000Z', 'en')).toBe('17:00, 24 Nov 2026');
  });

  it('counts Sunday as the seventh day', () => {
    expect(localParts('2026-11-22T03:00:00.000Z').weekday).toBe(7);
  });

  it('refuses what is no instant', () => {
    expect(() => localParts('hôm nay')).toThrow();
  });
});
