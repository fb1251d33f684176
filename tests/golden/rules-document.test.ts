import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const ids = (text: string): string[] => [...text.matchAll(/\bR-[A-Z]+(?:-\d+)?\b/g)].map(([id]) => id);

describe('docs/rules.md', () => {
  it('lists each rule once, and every rule it lists is cited by a test, and the other way round', async () => {
    const document = await readFile(path.join(root, 'docs/rules.md'), 'utf8');
    const listed = document
      .split('\n')
      .flatMap((line) => (line.startsWith('| R-') ? ids(line).slice(0, 1) : []));
    const files = await readdir(path.join(root, 'shared/domain'), { recursive: true });
    const tests = files.filter((file) => file.endsWith('.test.ts'));
    const cited = (
      await Promise.all(tests.map((file) => readFile(path.join(root, 'shared/domain', file), 'utf8')))
    ).flatMap(ids);
    expect(new Set(listed).size).toBe(listed.length);
    expect([...new Set(cited)].sort()).toEqual([...listed].sort());
  });
});
