import { nodeTool } from '../steps/node-tool.ts';
import type { Step } from '../steps/step.ts';

/** knip: files, exports and dependencies that nobody uses. */
export const unusedStep: Step = {
  name: 'nothing unused',
  run: async () => {
    const { code, output } = await nodeTool('knip', ['--no-progress']);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, detail: output };
  },
};
