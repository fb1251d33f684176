import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inRoot, root } from '../steps/root.ts';
import { runSteps } from '../steps/run-steps.ts';
import { sourceFiles } from '../steps/source-files.ts';
import type { Step } from '../steps/step.ts';

const aim = 150;
const refuse = 500;
const folderLimit = 15;
/** First line of a data table or a test scenario: long by nature, read from top to bottom. */
const exemptMark = /^\/\*\* (Data|Scenario)\b/;

/** file → lines it had when it was last written down; no file may grow beyond its entry, and entries only go. */
export type Ratchet = Readonly<Record<string, number>>;

export interface Sizes {
  readonly lines: ReadonlyMap<string, number>;
  readonly folders: ReadonlyMap<string, number>;
}

/** Formatted lines of every file below `base` (format is checked elsewhere) and files per folder. */
export async function measureSizes(base: string): Promise<Sizes> {
  const lines = new Map<string, number>();
  const folders = new Map<string, number>();
  for (const file of await sourceFiles(base)) {
    const text = await readFile(path.join(base, file), 'utf8');
    const folder = path.posix.dirname(file);
    if (!/\.test\.tsx?$/.test(file)) folders.set(folder, (folders.get(folder) ?? 0) + 1);
    if (!exemptMark.test(text)) lines.set(file, text.split('\n').length - (text.endsWith('\n') ? 1 : 0));
  }
  return { lines, folders };
}

/** What is wrong with the sizes; empty when nothing is. */
export function sizeFaults(sizes: Sizes, ratchet: Ratchet): string[] {
  const faults: string[] = [];
  for (const [file, count] of sizes.lines) {
    const allowed = ratchet[file];
    if (count > refuse) faults.push(`${file}: ${count} lines; no file may have more than ${refuse}`);
    else if (count > aim && allowed === undefined)
      faults.push(`${file}: ${count} lines; aim at ${aim}, or note it: npm run sizes -- ${file}`);
    else if (allowed !== undefined && count > Math.max(allowed, aim))
      faults.push(`${file}: ${count} lines, ${allowed} noted; a noted file may only shrink`);
  }
  for (const [folder, count] of sizes.folders)
    if (count > folderLimit) faults.push(`${folder}/: ${count} files; a folder holds ${folderLimit} at most`);
  for (const file of Object.keys(ratchet))
    if ((sizes.lines.get(file) ?? 0) <= aim) faults.push(`${file}: noted but no longer long: npm run sizes`);
  return faults;
}

/** The ratchet after tidying: entries at their present size, never larger, gone when no longer long; `added` are noted anew. */
export function tightened(sizes: Sizes, ratchet: Ratchet, added: readonly string[] = []): Ratchet {
  const noted = (file: string) => ratchet[file] !== undefined || added.includes(file);
  const long = [...sizes.lines].filter(([file, count]) => count > aim && noted(file));
  return Object.fromEntries(long.map(([file, count]) => [file, Math.min(count, ratchet[file] ?? count)]));
}

const ratchetFile = inRoot('build/verify/size-ratchet.json');

/** File and folder sizes against the committed ratchet. */
export const ratchetStep: Step = {
  name: 'sizes',
  run: async () => {
    const ratchet = JSON.parse(await readFile(ratchetFile, 'utf8')) as Ratchet;
    const faults = sizeFaults(await measureSizes(root), ratchet);
    if (faults.length > 0) return { passed: 0, failed: 1, detail: faults.join('\n') };
    return {
      passed: 1,
      failed: 0,
      detail: `${Object.keys(ratchet).length} files above ${aim} lines, none grew`,
    };
  },
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const ratchet = JSON.parse(await readFile(ratchetFile, 'utf8')) as Ratchet;
  await writeFile(
    ratchetFile,
    `${JSON.stringify(tightened(await measureSizes(root), ratchet, process.argv.slice(2)), null, 2)}\n`,
  );
  await runSteps([ratchetStep]);
}
