import type { Step } from '../steps/step.ts';
import { boundariesStep } from './boundaries.ts';
import { lintStep } from './lint.ts';
import { ratchetStep } from './size-ratchet.ts';
import { typesStep } from './types.ts';
import { unusedStep } from './unused.ts';

/** Everything that can be said about the code without running it. */
export const staticSteps: readonly Step[] = [typesStep, lintStep, boundariesStep, ratchetStep, unusedStep];
