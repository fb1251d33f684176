import { describe, expect, it } from 'vitest';
import { initials } from './initials.ts';
import { maskedId } from './masked-id.ts';
import { clockText, daysUntil, dayText, momentText, sinceText } from './moments.ts';
import { money } from './money.ts';

describe('what the screens write', () => {
  it('shows instants in Vietnam time, whatever the zone of the machine', () => {
    expect(dayText('2026-11-22T17:30:00.000Z')).toBe('23/11/2026');
    expect(clockText('2026-11-22T17:30:00.000Z')).toBe('00:30');
    expect(momentText('2026-11-27T10:00:00.000Z')).toBe('17:00 · 27/11/2026');
  });

  it('counts days by the calendar in Vietnam, not by 24 hours', () => {
    const lateEvening = Date.parse('2026-11-23T16:50:00.000Z');
    expect(daysUntil('2026-11-23T17:10:00.000Z', lateEvening)).toBe(1);
    expect(daysUntil('2026-11-22T17:10:00.000Z', lateEvening)).toBe(0);
    expect(daysUntil('2026-11-20T10:00:00.000Z', lateEvening)).toBe(-3);
  });

  it('leaves the day out only when it is today', () => {
    const now = Date.parse('2026-11-23T08:00:00.000Z');
    expect(sinceText('2026-11-23T04:42:00.000Z', now)).toBe('11:42');
    expect(sinceText('2026-11-22T04:42:00.000Z', now)).toBe('11:42 · 22/11/2026');
  });

  it('writes money as it is written in Vietnam', () => {
    expect(money(15000)).toBe('15.000 đ');
    expect(money(0)).toBe('0 đ');
  });

  it('shows only the last three digits of a personal number', () => {
    expect(maskedId('077192004518')).toBe('•••••••••518');
    expect(maskedId('')).toBe('');
  });

  it('takes initials from the name alone', () => {
    expect(initials('Nguyễn Thị Lan (mẫu)')).toBe('NL');
    expect(initials('Y')).toBe('Y');
    expect(initials('')).toBe('');
  });
});
