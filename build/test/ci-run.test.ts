import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inRoot } from '../steps/root.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A machine with nothing but a shell: npm and apt-get only write down how they were called. */
function bareMachine(npm: string): { readonly path: string; readonly calls: () => string[] } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ci-run-'));
  made.push(folder);
  const log = path.join(folder, 'calls.log');
  for (const tool of ['bash', 'dirname', 'tee', 'tail', 'rm', 'grep']) {
    const found = spawnSync('bash', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).stdout.trim();
    symlinkSync(found, path.join(folder, tool));
  }
  const program = (name: string, body: string) => {
    writeFileSync(path.join(folder, name), `#!/bin/bash\necho "${name} $*" >> ${log}\n${body}\n`);
    chmodSync(path.join(folder, name), 0o755);
  };
  program('npm', npm);
  program('apt-get', 'exit 0');
  return { path: folder, calls: () => readFileSync(log, 'utf8').trim().split('\n') };
}

const run = (machine: { readonly path: string }) =>
  spawnSync('bash', [inRoot('.ci/run')], {
    encoding: 'utf8',
    env: { PATH: machine.path, TMPDIR: machine.path },
  });

const says = (full: string, code: number) =>
  `[ "$1" = run ] && echo '${full}' && exit ${code}; [ "$1" = test ] && echo '1 passed, 0 failed, 0 not run'; exit 0`;

describe.runIf(process.platform === 'linux')('.ci/run', () => {
  it('gets what is missing, installs from the lock, tests, tests long, and ends with the summary', () => {
    const machine = bareMachine(says('9 passed, 0 failed, 0 not run', 0));
    const { status, stdout } = run(machine);
    const calls = machine.calls();
    expect(calls.filter((call) => call.startsWith('npm'))).toEqual([
      'npm ci',
      'npm test',
      'npm run test:full',
    ]);
    expect(stdout.trim().split('\n').at(-1)).toBe('9 passed, 0 failed, 0 not run');
    expect(status).toBe(0);
    expect(stdout).toMatch(/missing here: .*chromium/);
    const asked = calls.filter((call) => call.startsWith('apt-get install')).join();
    if (process.getuid?.() === 0)
      for (const name of ['chromium', 'poppler-utils', 'qpdf']) expect(asked).toContain(name);
    else expect(stdout).toContain('not root');
  });

  it('fails when the long tests fail, with their summary last', () => {
    const { status, stdout } = run(bareMachine(says('8 passed, 1 failed, 0 not run', 1)));
    expect(stdout.trim().split('\n').at(-1)).toBe('8 passed, 1 failed, 0 not run');
    expect(status).toBe(1);
  });

  it('stops when the packages cannot be installed', () => {
    const machine = bareMachine('exit 1');
    expect(run(machine).status).toBe(1);
    expect(machine.calls().filter((call) => call.startsWith('npm'))).toEqual(['npm ci']);
  });
});
