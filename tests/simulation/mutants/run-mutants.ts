import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from '../../../build/steps/root.ts';
import { type PlantedBug, plantedBugs } from './planted-bugs.ts';

const copied = [
  'shared',
  'renderer',
  'gateway',
  'build',
  'electron',
  'tests',
  'package.json',
  'tsconfig.json',
];
const SEEDS = 12;

/** Plants each bug in a copy of the tree and lets the simulator look for it; answers how many were not caught. */
export async function runMutants(
  names: readonly string[],
  seeds: string | undefined,
  say: (line: string) => void,
): Promise<number> {
  const tree = await mkdtemp(path.join(os.tmpdir(), 'tram-mutants-'));
  try {
    for (const one of copied) await cp(inRoot(one), path.join(tree, one), { recursive: true });
    await symlink(inRoot('node_modules'), path.join(tree, 'node_modules'), 'dir');
    let missed = 0;
    for (const bug of plantedBugs) {
      if (names.length > 0 && !names.includes(bug.name)) continue;
      const found = await hunt(tree, bug, seeds ?? String(SEEDS));
      if (!found.caught) missed += 1;
      say(`${found.caught ? 'caught' : 'missed'} ${bug.name} ${found.by}`);
    }
    return missed;
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
}

async function hunt(tree: string, bug: PlantedBug, seeds: string): Promise<{ caught: boolean; by: string }> {
  const file = path.join(tree, bug.file);
  const whole = await readFile(file, 'utf8');
  if (whole.split(bug.find).length !== 2) return { caught: false, by: `does not apply to ${bug.file}` };
  await writeFile(
    file,
    whole.replace(bug.find, () => bug.put),
  );
  const last = await simulated(tree, seeds);
  await writeFile(file, whole);
  if (!last) return { caught: false, by: 'the run broke before its end' };
  const [seed] = last.failedSeeds;
  return seed === undefined
    ? { caught: false, by: `in ${last.seeds} seeds` }
    : { caught: true, by: `seed ${seed}` };
}

interface LastLine {
  readonly seeds: number;
  readonly failedSeeds: readonly number[];
}

/** The last line of a run in the copy; undefined when there is none. */
function simulated(tree: string, seeds: string): Promise<LastLine | undefined> {
  return new Promise((resolve) => {
    const program = ['--import', 'tsx', 'tests/simulation/cli.ts', '--seeds', seeds, '--stop', '--json'];
    const child = spawn(process.execPath, program, { cwd: tree, stdio: ['ignore', 'pipe', 'ignore'] });
    let text = '';
    child.stdout.on('data', (bytes: Buffer) => {
      text += bytes.toString('utf8');
    });
    child.on('close', () => {
      try {
        resolve(JSON.parse(text.trim().split('\n').at(-1) ?? '') as LastLine);
      } catch {
        resolve(undefined);
      }
    });
  });
}
