import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** The folders that hold our own code. */
export const sourceFolders = ['shared', 'renderer', 'electron', 'gateway', 'build', 'tests'] as const;

const isSource = (name: string): boolean => /\.(tsx?|cjs|mjs)$/.test(name) && !name.endsWith('.d.ts');

/** All source files below `base`, as sorted paths with `/`, relative to it. */
export async function sourceFiles(base: string): Promise<string[]> {
  const found: string[] = [];
  for (const folder of sourceFolders) {
    const entries = await readdir(path.join(base, folder), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    for (const entry of entries) {
      if (!entry.isFile() || !isSource(entry.name)) continue;
      found.push(path.relative(base, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
    }
  }
  return found.filter((file) => !file.includes('node_modules/')).sort();
}
