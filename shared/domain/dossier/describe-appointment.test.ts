import { describe, expect, it } from 'vitest';
import type { Instant } from '../identity/ids.ts';
import { describeAppointment } from './describe-appointment.ts';

const dueAt = '2026-11-24T10:00:00.000Z' as Instant;

describe('an appointment in words', () => {
  it('is firm, with hour and minute', () => {
    expect(
      describeAppointment({ dueAt, expected: false, reasons: [], term: { unit: 'workingDays', amount: 3 } }),
    ).toEqual({ moment: '17 giờ 00 phút, ngày 24 tháng 11 năm 2026', reasons: [], term: '3 ngày làm việc' });
  });

  it('says "dự kiến" and why', () => {
    const text = describeAppointment({
      dueAt,
      expected: true,
      reasons: ['clock-untrusted', 'calendar-missing'],
    });
    expect(text.moment).toBe('dự kiến 17 giờ 00 phút, ngày 24 tháng 11 năm 2026');
    expect(text.reasons).toHaveLength(2);
    expect(text.term).toBeUndefined();
  });

  it('admits that there is none', () => {
    const none = { expected: true, reasons: ['term-unknown' as const] };
    expect(describeAppointment(none).moment).toBe('chưa xác định được');
    expect(describeAppointment(none, 'en')).toEqual({
      moment: 'not yet known',
      reasons: ['the rules hold no term for this procedure'],
    });
  });

  it.each([
    [{ unit: 'immediate', amount: 0 }, 'trong ngày làm việc', 'within the working day'],
    [{ unit: 'workingHours', amount: 4 }, '4 giờ làm việc', '4 working hours'],
    [{ unit: 'calendarDays', amount: 1 }, '1 ngày', '1 calendar day'],
  ] as const)('names the term of %o', (term, vi, en) => {
    const appointment = { dueAt, expected: false, reasons: [], term };
    expect(describeAppointment(appointment).term).toBe(vi);
    expect(describeAppointment(appointment, 'en').term).toBe(en);
  });
});
