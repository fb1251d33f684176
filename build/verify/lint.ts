import { nodeTool } from '../steps/node-tool.ts';
import type { Step } from '../steps/step.ts';

/** Biome: lint, format, import order, and the clock and chance rule of shared/ (build/verify/*.grit). */
export const lintStep: Step = {
  name: 'lint and format',
  run: async () => {
    const { code, output } = await nodeTool('biome', [
      'check',
      '--error-on-warnings',
      '--max-diagnostics=60',
      '.',
    ]);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, detail: output };
  },
};
