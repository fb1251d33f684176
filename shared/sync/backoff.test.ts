import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff.ts';

describe('the pause after a failure', () => {
  it('lies below two seconds, doubled by every further failure', () => {
    expect(backoffMs(1, 0.999)).toBeLessThan(2_000);
    expect(backoffMs(2, 0.999)).toBeGreaterThan(2_000);
    expect(backoffMs(5, 0.5)).toBe(16_000);
  });

  it('never lasts longer than a quarter of an hour, nor less than a quarter of a second', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.double({ min: 0, max: 0.999999, noNaN: true }), (failures, random) => {
        const pause = backoffMs(failures, random);
        expect(pause).toBeGreaterThanOrEqual(250);
        expect(pause).toBeLessThanOrEqual(15 * 60_000);
      }),
      { seed: 1 },
    );
  });

  it('obeys a shorter limit of the caller', () => {
    expect(backoffMs(30, 0.999, 30_000)).toBeLessThanOrEqual(30_000);
  });
});
