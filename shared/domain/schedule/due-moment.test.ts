import { describe, expect, it } from 'vitest';
import { demonstrationPackSet } from '../../../gateway/packs/demonstration.ts';
import { localIso, utcIso } from '../../lib/vietnam-time.ts';
import type { Term } from '../procedure/procedure.ts';
import { type DueQuestion, dueMoment } from './due-moment.ts';

const { calendar, officeHours, rules } = demonstrationPackSet();
const ask = (unit: Term['unit'], amount: number, local: string, change: Partial<DueQuestion> = {}) =>
  dueMoment({
    term: { unit, amount },
    cutoffShiftsStart: false,
    receivedAt: utcIso(Date.parse(`${local}+07:00`)),
    boundaryFree: false,
    clockTrusted: true,
    calendar,
    officeHours,
    rules,
    ...change,
  });
const due = (...question: Parameters<typeof ask>): string | undefined => {
  const { dueAt } = ask(...question).appointment;
  return dueAt && localIso(Date.parse(dueAt)).slice(0, 16);
};

describe('a term in working days (R-DUE-1)', () => {
  it('ends at closing, and Tuesday 24 November 2026 is a holiday', () => {
    expect(due('workingDays', 3, '2026-11-23T14:32:00')).toBe('2026-11-27T17:00');
  });
  it('counts the Saturday that is worked for Monday 31 August 2026', () => {
    expect(due('workingDays', 1, '2026-08-21T09:00:00')).toBe('2026-08-22T17:00');
    expect(due('workingDays', 1, '2026-08-28T09:00:00')).toBe('2026-09-03T17:00');
  });
  it('counts Monday first when the dossier came on a Sunday', () => {
    expect(due('workingDays', 1, '2026-11-15T09:00:00')).toBe('2026-11-16T17:00');
  });
  it('does not care about 15:00 unless the procedure says so', () => {
    expect(due('workingDays', 2, '2026-11-16T15:00:00')).toBe('2026-11-18T17:00');
    expect(due('workingDays', 2, '2026-11-16T15:00:00', { cutoffShiftsStart: true })).toBe(
      '2026-11-19T17:00',
    );
    expect(due('workingDays', 2, '2026-11-16T14:59:59', { cutoffShiftsStart: true })).toBe(
      '2026-11-18T17:00',
    );
  });
});

describe('a procedure resolved at once (R-DUE-2)', () => {
  it('is due the same day until 14:59:59 and the next working day from 15:00:00 on', () => {
    expect(due('immediate', 0, '2026-11-23T14:59:59.999')).toBe('2026-11-23T17:00');
    expect(due('immediate', 0, '2026-11-23T15:00:00')).toBe('2026-11-25T17:00');
  });
  it('is due the same day when somebody came before opening, the next working day on a day off', () => {
    expect(due('immediate', 0, '2026-11-23T06:45:00')).toBe('2026-11-23T17:00');
    expect(due('immediate', 0, '2026-11-22T09:00:00')).toBe('2026-11-23T17:00');
    expect(due('immediate', 0, '2026-11-24T09:00:00')).toBe('2026-11-25T17:00');
  });
  it('moves on when the office closed before the person came', () => {
    const early = {
      sessions: {
        ...officeHours.sessions,
        value: { ...officeHours.sessions.value, '1': [{ from: '07:30', to: '11:30' }] },
      },
    };
    expect(due('immediate', 0, '2026-11-16T11:31:00', { officeHours: early })).toBe('2026-11-17T17:00');
  });
});

describe('a term in calendar days (R-DUE-3)', () => {
  it('ends at closing of that day, or of the next working day when it falls on a day off', () => {
    expect(due('calendarDays', 3, '2026-11-16T10:00:00')).toBe('2026-11-19T17:00');
    expect(due('calendarDays', 5, '2026-11-16T10:00:00')).toBe('2026-11-23T17:00');
    expect(due('calendarDays', 1, '2026-11-23T10:00:00')).toBe('2026-11-25T17:00');
  });
});

describe('a term in working hours (R-DUE-4)', () => {
  it('counts open time only: lunch, night and days off stand still', () => {
    expect(due('workingHours', 2, '2026-11-16T10:30:00')).toBe('2026-11-16T14:30');
    expect(due('workingHours', 4, '2026-11-23T15:00:00')).toBe('2026-11-25T09:30');
    expect(due('workingHours', 4, '2026-11-16T07:30:00')).toBe('2026-11-16T11:30');
    expect(due('workingHours', 1, '2026-11-14T23:00:00')).toBe('2026-11-16T08:30');
  });
  it('starts at the next opening where the procedure shifts late receptions', () => {
    expect(due('workingHours', 1, '2026-11-16T15:30:00', { cutoffShiftsStart: true })).toBe(
      '2026-11-17T08:30',
    );
  });
});

describe('an expected moment only (R-DUE-5)', () => {
  it('says why: clock, boundary-free, unknown term', () => {
    expect(
      ask('workingDays', 3, '2026-11-16T09:00:00', { clockTrusted: false, boundaryFree: true }).appointment,
    ).toEqual({
      dueAt: '2026-11-19T10:00:00.000Z',
      expected: true,
      reasons: ['clock-untrusted', 'boundary-free'],
      term: { unit: 'workingDays', amount: 3 },
    });
    expect(ask('workingDays', 3, '2026-11-16T09:00:00', { term: undefined }).appointment).toEqual({
      expected: true,
      reasons: ['term-unknown'],
    });
  });
  it('counts Mondays to Fridays in a year whose calendar is missing, and says that it is only expected', () => {
    const { appointment, steps } = ask('workingDays', 25, '2026-12-01T09:00:00');
    expect(appointment).toMatchObject({ expected: true, reasons: ['calendar-missing'] });
    expect(steps).toContainEqual({ code: 'calendar-missing', year: 2027 });
    expect(due('workingDays', 25, '2026-12-01T09:00:00')).toBe('2027-01-05T17:00');
    expect(due('calendarDays', 31, '2026-12-01T09:00:00')).toBe('2027-01-01T17:00');
    expect(due('immediate', 0, '2026-12-31T15:00:00')).toBe('2027-01-01T17:00');
    expect(due('workingHours', 9, '2026-12-31T15:00:00')).toBe('2027-01-01T16:30');
    expect(due('immediate', 0, '2027-03-01T09:00:00')).toBe('2027-03-01T17:00');
  });
  it('is firm as long as the term ends within the calendars', () => {
    expect(due('workingDays', 22, '2026-12-01T09:00:00')).toBe('2026-12-31T17:00');
    expect(ask('workingDays', 22, '2026-12-01T09:00:00').appointment.expected).toBe(false);
  });
  it('ends its reasoning with the moment it gives', () => {
    expect(ask('workingDays', 3, '2026-11-23T14:32:00').steps.at(-1)).toEqual({
      code: 'due',
      at: '2026-11-27T10:00:00.000Z',
    });
  });
});
