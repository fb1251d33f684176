import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { nodeTool } from '../steps/node-tool.ts';
import type { Step, StepOutcome } from '../steps/step.ts';

export type Target = 'web' | 'double' | 'desktop';

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors: readonly { readonly message?: string }[];
}

async function withReport(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  live: boolean,
): Promise<{
  readonly code: number;
  readonly output: string;
  readonly report: PlaywrightReport | undefined;
}> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tram-e2e-'));
  const file = path.join(folder, 'report.json');
  try {
    const all = ['test', ...args, ...(live ? ['--reporter=list,json'] : [])];
    const { code, output } = await nodeTool('playwright', all, {
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      live,
    });
    const text = await readFile(file, 'utf8').catch(() => undefined);
    return { code, output, report: text === undefined ? undefined : (JSON.parse(text) as PlaywrightReport) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function outcomeOf(code: number, report: PlaywrightReport | undefined): StepOutcome {
  if (report === undefined)
    return { passed: 0, failed: 1, detail: `playwright ended with ${code} and no report` };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = Math.max(unexpected + flaky, code === 0 ? 0 : 1);
  const why = 'specs that skipped themselves say why above';
  const detail = report.errors.map((error) => error.message ?? 'error without text').join('\n') || undefined;
  return { passed: expected, failed, detail, ...(skipped > 0 ? { notRun: { count: skipped, why } } : {}) };
}

/** The end-to-end specs on one target, on the built application. */
export const playwrightStep = (target: Target, env: Readonly<Record<string, string>>): Step => ({
  name: target,
  run: async () => {
    const { code, report } = await withReport([`--project=${target}`], env, true);
    return outcomeOf(code, report);
  },
});

/** What is said instead of running a target: how many specs wait for what, and how to get it. */
export const notRunStep = (target: Target, why: string): Step => ({
  name: target,
  run: async () => {
    // the project exists only where a binary was named; for counting any name will do
    const env: Record<string, string> = target === 'desktop' ? { ELECTRON_BIN: 'missing' } : {};
    const { output } = await withReport([`--project=${target}`, '--list'], env, false);
    const count = Math.max(1, Number(/Total: (\d+) tests?/.exec(output)?.[1] ?? 1));
    return { passed: 0, failed: 0, notRun: { count, why }, detail: `not run: ${why}` };
  },
});
