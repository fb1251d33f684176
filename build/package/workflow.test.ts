import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inRoot } from '../steps/root.ts';

interface WorkflowStep {
  readonly uses?: string;
  readonly run?: string;
}

interface Workflow {
  readonly on: object;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly 'runs-on': string;
        readonly 'timeout-minutes': number;
        readonly strategy: { readonly matrix: { readonly os: readonly string[] } };
        readonly steps: readonly WorkflowStep[];
      }
    >
  >;
}

const workflow = parse(readFileSync(inRoot('.github/workflows/desktop.yml'), 'utf8')) as Workflow;
const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const jobs = Object.values(workflow.jobs);
const steps = jobs.flatMap((job) => job.steps);

describe('the hosted workflow', () => {
  it('runs on Linux and Windows, with an end in sight and no right to write', () => {
    const systems = jobs.flatMap((job) => job.strategy.matrix.os).join(' ');
    expect(systems).toMatch(/ubuntu-/);
    expect(systems).toMatch(/windows-/);
    for (const job of jobs) expect(job['timeout-minutes']).toBeGreaterThan(0);
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  it('calls only scripts that exist', () => {
    const called = steps.flatMap((step) =>
      [...(step.run ?? '').matchAll(/npm run ([\w:]+)/g)].map((match) => match[1]),
    );
    expect(called).toContain('package');
    for (const script of called) expect(Object.keys(scripts)).toContain(script);
  });

  it('does one thing per step and names a version of every foreign action', () => {
    for (const step of steps) {
      expect([step.uses, step.run].filter((part) => part !== undefined)).toHaveLength(1);
      if (step.uses !== undefined) expect(step.uses).toMatch(/^actions\/[\w-]+@v\d+$/);
    }
  });

  it('fetches the real Electron before the specs run on it', () => {
    const runs = steps.map((step) => step.run ?? '');
    const fetched = runs.findIndex((run) => run.includes('install-electron'));
    expect(fetched).toBeGreaterThan(0);
    expect(runs.findIndex((run) => run.includes('--project=desktop'))).toBeGreaterThan(fetched);
  });
});
