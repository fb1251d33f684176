import { fileURLToPath } from 'node:url';
import { nodeTool } from '../steps/node-tool.ts';
import { runSteps } from '../steps/run-steps.ts';
import type { Step, StepOutcome } from '../steps/step.ts';

/** One tsconfig per runtime: what a folder may see of the outside is decided there. */
const runtimes = ['shared', 'renderer', 'renderer/worker', 'electron', 'gateway', 'build', 'tests'] as const;

async function check(): Promise<StepOutcome> {
  const waiting: string[] = [...runtimes];
  const wrong: string[] = [];
  const worker = async () => {
    for (let runtime = waiting.shift(); runtime !== undefined; runtime = waiting.shift()) {
      const { code, output } = await nodeTool('tsc', ['-p', runtime]);
      if (code !== 0) wrong.push(`types of ${runtime}:\n${output}`);
    }
  };
  await Promise.all([worker(), worker()]);
  return {
    passed: runtimes.length - wrong.length,
    failed: wrong.length,
    detail: wrong.join('\n') || undefined,
  };
}

/** Type-checks every runtime on its own, two at a time. */
export const typesStep: Step = { name: 'types', run: check };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [finished] = await runSteps([typesStep]);
  process.exitCode = finished?.failed ? 1 : 0;
}
