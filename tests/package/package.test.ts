import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { inspectPackage } from '../../build/package/inspect-package.ts';
import { inRoot, root } from '../../build/steps/root.ts';

const npmRun = (script: string) =>
  spawnSync('npm', ['run', script], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });

describe.runIf(process.platform === 'linux')('the packaged program', () => {
  beforeAll(() => {
    const made = npmRun('package:dir');
    expect(made.status, made.stdout + made.stderr).toBe(0);
  });

  it('passes its own check', () => {
    const checked = npmRun('package:verify');
    expect(checked.status, checked.stdout + checked.stderr).toBe(0);
    expect(checked.stdout).toContain('package: as it should be');
  });

  it('carries page, worker, main and preload, and no web host, source map or dependency folder', async () => {
    const { files, faults } = await inspectPackage(inRoot('release/linux-unpacked'));
    expect(faults).toEqual([]);
    expect(files.some((file) => /^dist\/renderer\/assets\/.*\.js$/.test(file))).toBe(true);
    expect(files.filter((file) => /\.map$|dist\/web|node_modules/.test(file))).toEqual([]);
  });

  it('has every fuse that a stranger could use switched off', async () => {
    const { fuses } = await inspectPackage(inRoot('release/linux-unpacked'));
    expect(fuses).toMatchObject({ runAsNode: false, nodeOptions: false, nodeCliInspect: false });
    expect(fuses).toMatchObject({ embeddedAsarIntegrity: true, onlyLoadAppFromAsar: true });
  });
});
