import { nodeTool } from '../steps/node-tool.ts';
import type { Step } from '../steps/step.ts';

/** All bundles of vite.config.ts, as they are shipped. */
export const buildStep: Step = {
  name: 'build',
  run: async () => {
    const { code, output } = await nodeTool('vite', ['build', '--logLevel', 'warn']);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, detail: output };
  },
};
