import type { FinishedStep, StepOutcome } from './step.ts';

/** ✗ failed · – nothing of it ran · ✓ passed */
export function markOf(outcome: StepOutcome): '✗' | '–' | '✓' {
  if (outcome.failed > 0) return '✗';
  return outcome.passed === 0 && outcome.notRun ? '–' : '✓';
}

/** One line per step: mark, name, numbers, time. */
export function tableOf(steps: readonly FinishedStep[]): string {
  const width = Math.max(...steps.map((step) => step.name.length));
  return steps
    .map((step) => {
      const counts = `${step.passed} passed, ${step.failed} failed`;
      const left = step.notRun ? `, ${step.notRun.count} not run` : '';
      return `${markOf(step)} ${step.name.padEnd(width)}  ${step.seconds.toFixed(1).padStart(6)} s  ${counts}${left}`;
    })
    .join('\n');
}

/** The last line of every run: `N passed, N failed, N not run: why and how to get it`. */
export function summaryOf(steps: readonly FinishedStep[]): string {
  const sum = (of: (step: FinishedStep) => number) => steps.reduce((total, step) => total + of(step), 0);
  const notRun = sum((step) => step.notRun?.count ?? 0);
  const reasons = steps.flatMap((step) => (step.notRun ? [`${step.name}: ${step.notRun.why}`] : []));
  const why = reasons.length > 0 ? `: ${reasons.join('; ')}` : '';
  return `${sum((step) => step.passed)} passed, ${sum((step) => step.failed)} failed, ${notRun} not run${why}`;
}

/**
 * 0 when nothing failed; 1 otherwise. In CI nothing may be left out but the steps in `mayBeMissing`:
 * a machine that is meant to prove everything must not be green because it proved less.
 */
export function exitCodeOf(
  steps: readonly FinishedStep[],
  ci: boolean,
  mayBeMissing: readonly string[] = [],
): 0 | 1 {
  if (steps.some((step) => step.failed > 0)) return 1;
  const missing = steps.filter((step) => step.notRun && !mayBeMissing.includes(step.name));
  return ci && missing.length > 0 ? 1 : 0;
}
