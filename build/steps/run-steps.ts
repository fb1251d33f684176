import type { FinishedStep, Step, StepOutcome } from './step.ts';
import { markOf } from './summary.ts';

const messageOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

async function outcomeOf(step: Step): Promise<StepOutcome> {
  try {
    return await step.run();
  } catch (error) {
    return { passed: 0, failed: 1, detail: messageOf(error) };
  }
}

/** Runs the steps one after another, all of them even when one fails, telling each as it ends. */
export async function runSteps(steps: readonly Step[]): Promise<FinishedStep[]> {
  const finished: FinishedStep[] = [];
  for (const step of steps) {
    console.log(`▶ ${step.name}`);
    const start = performance.now();
    const outcome = await outcomeOf(step);
    const seconds = (performance.now() - start) / 1000;
    finished.push({ ...outcome, name: step.name, seconds });
    if (outcome.detail !== undefined) console.log(outcome.detail.trimEnd());
    console.log(`${markOf(outcome)} ${step.name} · ${seconds.toFixed(1)} s\n`);
  }
  return finished;
}
