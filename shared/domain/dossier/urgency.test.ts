import { describe, expect, it } from 'vitest';
import { demonstrationPackSet } from '../../../gateway/packs/demonstration.ts';
import { Instant } from '../identity/ids.ts';
import type { DossierStatus } from './dossier.ts';
import { urgencyOf } from './urgency.ts';

const content = demonstrationPackSet();
const urgency = (status: DossierStatus, dueAt: string | undefined, now: string) =>
  urgencyOf(
    {
      status,
      appointment: {
        ...(dueAt ? { dueAt: Instant.parse(new Date(`${dueAt}+07:00`).toISOString()) } : {}),
        expected: false,
        reasons: [],
      },
    },
    Date.parse(`${now}+07:00`),
    content,
  );

describe('urgency (R-DUE-8)', () => {
  it('is overdue after the promised moment, not at it', () => {
    expect(urgency('processing', '2026-11-20T17:00', '2026-11-20T17:00')).toBe('due-soon');
    expect(urgency('processing', '2026-11-20T17:00', '2026-11-20T17:01')).toBe('overdue');
  });
  it('is never overdue while the clock stands', () => {
    expect(urgency('awaitingSupplement', '2026-11-20T17:00', '2026-12-20T17:00')).toBe('standing');
    expect(urgency('finished', '2026-11-20T17:00', '2026-12-20T17:00')).toBe('standing');
    expect(urgency('returned', '2026-11-20T17:00', '2026-12-20T17:00')).toBe('closed');
    expect(urgency('withdrawn', '2026-11-20T17:00', '2026-12-20T17:00')).toBe('closed');
    expect(urgency('stopped', '2026-11-20T17:00', '2026-12-20T17:00')).toBe('closed');
  });
  it('counts working days: over the holiday of 24 November the 25th is due soon on the 23rd', () => {
    expect(urgency('received', '2026-11-25T17:00', '2026-11-23T09:00')).toBe('due-soon');
    expect(urgency('received', '2026-11-26T17:00', '2026-11-23T09:00')).toBe('running');
    expect(urgency('received', '2026-11-16T17:00', '2026-11-13T09:00')).toBe('due-soon');
  });
  it('runs on when no moment could be promised', () => {
    expect(urgency('received', undefined, '2026-11-23T09:00')).toBe('running');
  });
});
