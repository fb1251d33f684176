import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inRoot } from '../steps/root.ts';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optional?: boolean;
}

const text = readFileSync(inRoot('package-lock.json'), 'utf8');
const lock = JSON.parse(text) as { packages: Record<string, Locked> };
const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

/** Tools that come as one program per system; the lock made on Linux must carry those of Windows too. */
const windowsPrograms = [
  '@biomejs/cli-win32-x64',
  '@esbuild/win32-x64',
  '@oxc-parser/binding-win32-x64-msvc',
  '@oxc-resolver/binding-win32-x64-msvc',
  '@rolldown/binding-win32-x64-msvc',
  '@typescript/typescript-win32-x64',
  'lightningcss-win32-x64-msvc',
];

describe('the lock file', () => {
  it('carries the programs of Windows, where the offices are', () => {
    for (const name of windowsPrograms) expect(lock.packages[`node_modules/${name}`]?.version).toBeDefined();
  });

  it('names no host to fetch from', () => {
    expect(Object.values(lock.packages).filter((entry) => entry.resolved !== undefined)).toEqual([]);
  });

  it('belongs to the manifest, in which every version is exact', () => {
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
    for (const [name, version] of Object.entries(wanted)) {
      expect(version, name).toMatch(/^(npm:[@\w/-]+@)?\d+\.\d+\.\d+$/);
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version.split('@').at(-1));
    }
  });
});
