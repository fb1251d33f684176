import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { root } from '../steps/root.ts';
import { sourceFiles } from '../steps/source-files.ts';
import type { Step } from '../steps/step.ts';
import { dependencyRules, requiredImports } from './dependency-rules.ts';

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface Boundaries {
  /** source files on disk */
  readonly files: number;
  /** of them, files the cruiser really read; fewer means the check proves nothing */
  readonly cruised: number;
  readonly unread: readonly string[];
  readonly violations: readonly Violation[];
}

function violationsOf(result: ICruiseResult): Violation[] {
  return result.summary.violations.map((violation) => ({
    rule: violation.rule.name,
    from: violation.from,
    to: violation.cycle ? violation.cycle.map((step) => step.name).join(' → ') : violation.to,
  }));
}

/** Reads every import below `base` and holds it against the rules; pure reading, nothing is run. */
export async function cruiseBoundaries(base: string): Promise<Boundaries> {
  const files = await sourceFiles(base);
  const { output } = await cruise(
    files,
    {
      baseDir: base,
      ruleSet: { forbidden: [...dependencyRules], required: [...requiredImports] },
      validate: true,
      tsPreCompilationDeps: true,
      combinedDependencies: false,
      doNotFollow: { path: 'node_modules' },
    },
    {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
    },
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser answered text instead of a result');
  const read = new Set(output.modules.map((module) => module.source.split(path.sep).join('/')));
  const unread = files.filter((file) => !read.has(file));
  return {
    files: files.length,
    cruised: files.length - unread.length,
    unread,
    violations: violationsOf(output),
  };
}

const ruleComments = new Map(
  [...dependencyRules, ...requiredImports].map((rule) => [rule.name, rule.comment]),
);

/** Import boundaries of the whole project. */
export const boundariesStep: Step = {
  name: 'boundaries',
  run: async () => {
    const found = await cruiseBoundaries(root);
    const lines = found.violations.map(
      (violation) =>
        `${violation.rule}: ${violation.from} → ${violation.to}\n    ${ruleComments.get(violation.rule) ?? ''}`,
    );
    if (found.cruised < found.files || found.files === 0)
      lines.push(`read ${found.cruised} of ${found.files} files; unread: ${found.unread.join(', ')}`);
    if (lines.length > 0) return { passed: 0, failed: 1, detail: lines.join('\n') };
    return { passed: 1, failed: 0, detail: `${found.cruised} files, no wrong import` };
  },
};
