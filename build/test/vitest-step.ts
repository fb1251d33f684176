import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { nodeTool } from '../steps/node-tool.ts';
import type { Step, StepOutcome } from '../steps/step.ts';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
}

function outcomeOf(report: VitestReport, code: number): StepOutcome {
  const left = report.numPendingTests + report.numTodoTests;
  const failed = Math.max(report.numFailedTests, code === 0 ? 0 : 1);
  const why =
    failed > 0 ? 'left out after the failures above' : 'they skipped themselves; the output above names them';
  return { passed: report.numPassedTests, failed, ...(left > 0 ? { notRun: { count: left, why } } : {}) };
}

/** Runs one project of vitest.config.ts and counts what it reports; a crash without a report is a failure. */
export const vitestStep = (project: string, env: Readonly<Record<string, string>> = {}): Step => ({
  name: project,
  run: async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'tram-vitest-'));
    const file = path.join(folder, 'report.json');
    try {
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
      const { code } = await nodeTool('vitest', ['run', '--project', project, ...reporters], {
        env,
        live: true,
      });
      const text = await readFile(file, 'utf8').catch(() => undefined);
      if (text === undefined)
        return { passed: 0, failed: 1, detail: `vitest ended with ${code} and no report` };
      return outcomeOf(JSON.parse(text) as VitestReport, code);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});
