import { expect, test } from 'vitest';
import { type ClockFacts, clockEvidence } from './clock-trust.ts';

const DAY = 86_400_000;
const noon = Date.parse('2026-11-23T05:00:00.000Z');
const facts = (change: Partial<ClockFacts> = {}): ClockFacts => ({
  wall: noon,
  monotonic: 1000,
  lastSeen: noon - 1000,
  sighting: { server: noon - DAY, wall: noon - DAY },
  ...change,
});

test('a clock the province has agreed with lately is trusted', () => {
  expect(clockEvidence(facts())).toEqual({ trusted: true, offsetMs: 0 });
});

test('a machine that never spoke with the province says so', () => {
  expect(clockEvidence(facts({ sighting: undefined }))).toEqual({
    trusted: false,
    reason: 'never-synchronised',
  });
});

test('a clock set back two days is noticed without the province', () => {
  expect(clockEvidence(facts({ wall: noon - 2 * DAY }))).toMatchObject({
    trusted: false,
    reason: 'went-back',
  });
  const alone = facts({ wall: noon - 2 * DAY, lastSeen: 0 });
  expect(clockEvidence(alone)).toMatchObject({ trusted: false, reason: 'went-back' });
});

test('more than ten minutes beside the province is not trusted, ten minutes are', () => {
  const off = (ms: number) => facts({ sighting: { server: noon - DAY, wall: noon - DAY + ms } });
  expect(clockEvidence(off(600_000)).trusted).toBe(true);
  expect(clockEvidence(off(600_001))).toEqual({ trusted: false, reason: 'offset', offsetMs: 600_001 });
});

test('a clock not compared for more than thirty days is stale', () => {
  const since = (days: number) => facts({ sighting: { server: noon - days * DAY, wall: noon - days * DAY } });
  expect(clockEvidence(since(30)).trusted).toBe(true);
  expect(clockEvidence(since(31))).toMatchObject({ trusted: false, reason: 'stale' });
});

test('within one run the steady counter decides, whatever was noted before', () => {
  const sighting = { server: noon - 60_000, wall: noon - 60_000, monotonic: 1000 };
  const later = facts({ sighting, monotonic: 61_000, lastSeen: noon + 9 * DAY });
  expect(clockEvidence(later)).toEqual({ trusted: true, offsetMs: 0 });
  expect(clockEvidence({ ...later, wall: noon - 2 * DAY })).toMatchObject({ reason: 'went-back' });
  expect(clockEvidence({ ...later, wall: noon + DAY })).toMatchObject({ reason: 'offset', offsetMs: DAY });
});
