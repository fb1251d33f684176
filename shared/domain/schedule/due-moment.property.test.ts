import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demonstrationPackSet } from '../../../gateway/packs/demonstration.ts';
import { holds } from '../../../tests/builders/holds.ts';
import { localIso, localTimeOf, momentAt, utcIso } from '../../lib/vietnam-time.ts';
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

describe('every promise', () => {
  const anyMoment = fc
    .tuple(fc.integer({ min: 0, max: 330 }), fc.integer({ min: 0, max: 86_399_999 }))
    .map(([day, ms]) => momentAt('2026-01-01', '00:00') + day * 86_400_000 + ms);
  const anyTerm = fc.record<Term>({
    unit: fc.constantFrom('immediate', 'workingHours', 'workingDays', 'calendarDays'),
    amount: fc.integer({ min: 1, max: 12 }),
  });
  const at = (received: number, term: Term, cutoffShiftsStart: boolean) =>
    ask(term.unit, term.amount, localIso(received).slice(0, 19), { term, cutoffShiftsStart }).appointment
      .dueAt;

  it('lies after the reception and inside office hours, on closing for all but hours', () => {
    holds(
      fc.property(anyMoment, anyTerm, fc.boolean(), (received, term, shifts) => {
        const dueAt = at(received, term, shifts);
        fc.pre(dueAt !== undefined);
        const moment = Date.parse(dueAt ?? '');
        expect(moment).toBeGreaterThan(received - 1000);
        const time = localTimeOf(moment);
        if (term.unit === 'workingHours') expect(time >= '07:30:00' && time <= '17:00:00').toBe(true);
        else expect(time).toBe('17:00:00');
      }),
    );
  });
  // Where the procedure shifts late receptions, a day off received before 15:00 starts at once, so order is not kept there.
  it('never comes earlier for who comes later', () => {
    const wait = fc.integer({ min: 0, max: 5 * 86_400_000 });
    holds(
      fc.property(anyMoment, wait, anyTerm, (received, later, term) => {
        const [first, second] = [at(received, term, false), at(received + later, term, false)];
        fc.pre(first !== undefined && second !== undefined);
        expect(Date.parse(second ?? '')).toBeGreaterThanOrEqual(Date.parse(first ?? ''));
      }),
    );
  });
});
