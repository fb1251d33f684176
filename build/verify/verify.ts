import { runSteps } from '../steps/run-steps.ts';
import { exitCodeOf, summaryOf, tableOf } from '../steps/summary.ts';
import { vitestStep } from '../test/vitest-step.ts';
import { staticSteps } from './static-steps.ts';

/** `npm run verify`: what a developer runs before every commit, in about two minutes. */
const finished = await runSteps([...staticSteps, vitestStep('unit')]);
console.log(`${tableOf(finished)}\n${summaryOf(finished)}`);
process.exitCode = exitCodeOf(finished, process.env.CI === 'true');
