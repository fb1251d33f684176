import { describe, expect, it } from 'vitest';
import type { FinishedStep } from './step.ts';
import { exitCodeOf, summaryOf } from './summary.ts';

const step = (name: string, passed: number, failed: number, why?: string): FinishedStep => ({
  name,
  passed,
  failed,
  seconds: 1,
  ...(why === undefined ? {} : { notRun: { count: 2, why } }),
});

describe('the last line of a run', () => {
  it('adds up all steps', () => {
    expect(summaryOf([step('a', 3, 0), step('b', 4, 1)])).toBe('7 passed, 1 failed, 0 not run');
  });

  it('says why something was not run', () => {
    expect(summaryOf([step('a', 3, 0), step('web', 0, 0, 'no Chromium; install one')])).toBe(
      '3 passed, 0 failed, 2 not run: web: no Chromium; install one',
    );
  });
});

describe('the exit code', () => {
  it('is 1 for any failure', () => expect(exitCodeOf([step('a', 3, 1)], false)).toBe(1));

  it('lets a developer go on without what the machine does not have', () =>
    expect(exitCodeOf([step('a', 3, 0), step('web', 0, 0, 'no Chromium')], false)).toBe(0));

  it('lets nothing be left out in CI but what is named', () => {
    const steps = [step('a', 3, 0), step('desktop', 0, 0, 'no binary')];
    expect(exitCodeOf(steps, true)).toBe(1);
    expect(exitCodeOf(steps, true, ['desktop'])).toBe(0);
  });
});
