import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { inRoot } from '../steps/root.ts';
import { cruiseBoundaries } from './boundaries.ts';

const made: string[] = [];
afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const base = await mkdtemp(path.join(os.tmpdir(), 'boundaries-'));
  made.push(base);
  await symlink(inRoot('node_modules'), path.join(base, 'node_modules'), 'dir');
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(base, file)), { recursive: true });
    await writeFile(path.join(base, file), text);
  }
  return base;
}

const leaf = 'export const leaf = 1;\n';
const uses = (target: string) => `import { leaf } from '${target}';\nexport const use = leaf;\n`;
const usesType = (target: string) =>
  `import type { leaf } from '${target}';\nexport type Use = typeof leaf;\n`;

/** rule → a project that breaks it */
const planted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no-cycle': {
    'shared/lib/a.ts': `import { b } from './b.ts';\nexport const a = () => b;\n`,
    'shared/lib/b.ts': `import type { a } from './a.ts';\nexport const b = (x: typeof a) => x;\n`,
  },
  'everything-resolves': { 'gateway/a.ts': uses('./gone.ts') },
  'tests-are-not-imported': { 'gateway/a.ts': uses('../tests/b.ts'), 'tests/b.ts': leaf },
  'lib-stands-alone': { 'shared/lib/a.ts': uses('../domain/b.ts'), 'shared/domain/b.ts': leaf },
  'domain-is-pure': {
    'shared/domain/a.ts': `import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n`,
  },
  'ports-are-types': { 'shared/ports.ts': uses('./sync/b.ts'), 'shared/sync/b.ts': leaf },
  'protocol-is-pure': { 'shared/protocol/a.ts': uses('../sync/b.ts'), 'shared/sync/b.ts': leaf },
  'sync-is-pure': { 'shared/sync/a.ts': `import { Hono } from 'hono';\nexport const a = Hono;\n` },
  'signing-by-ports': { 'shared/signing/a.ts': uses('../domain/b.ts'), 'shared/domain/b.ts': leaf },
  'signing-apart': { 'shared/sync/a.ts': uses('../signing/b.ts'), 'shared/signing/b.ts': leaf },
  'domain-order': { 'shared/domain/fee/a.ts': uses('../dossier/b.ts'), 'shared/domain/dossier/b.ts': leaf },
  'domain-ground': { 'shared/domain/identity/a.ts': uses('../fee/b.ts'), 'shared/domain/fee/b.ts': leaf },
  'dexie-in-the-worker': { 'renderer/app/a.ts': `import { Dexie } from 'dexie';\nexport const a = Dexie;\n` },
  'features-are-islands': { 'renderer/features/x/a.ts': uses('../y/b.ts'), 'renderer/features/y/b.ts': leaf },
  'features-see': {
    'renderer/features/x/a.ts': usesType('../../worker/store/b.ts'),
    'renderer/worker/store/b.ts': leaf,
  },
  'ui-knows-no-domain': { 'renderer/ui/a.ts': uses('../../shared/domain/b.ts'), 'shared/domain/b.ts': leaf },
  'text-stands-alone': { 'renderer/text/a.ts': uses('../ui/b.ts'), 'renderer/ui/b.ts': leaf },
  'platform-below-features': { 'renderer/platform/a.ts': uses('../app/b.ts'), 'renderer/app/b.ts': leaf },
  'page-sees-the-contract': {
    'renderer/platform/a.ts': usesType('../worker/main.ts'),
    'renderer/worker/main.ts': leaf,
  },
  'contract-is-types': { 'renderer/app/a.ts': uses('../worker/api.ts'), 'renderer/worker/api.ts': leaf },
  'worker-sees-no-page': { 'renderer/worker/a.ts': uses('../platform/b.ts'), 'renderer/platform/b.ts': leaf },
  'electron-in-adapters': {
    'electron/host/a.ts': `import type { App } from 'electron';\nexport type A = App;\n`,
  },
  'electron-types-in-tests': { 'tests/a.ts': `import { app } from 'electron';\nexport const a = app;\n` },
  'electron-apart': { 'electron/a.ts': uses('../gateway/b.ts'), 'gateway/b.ts': leaf },
  'gateway-apart': { 'gateway/a.ts': uses('../electron/b.ts'), 'electron/b.ts': leaf },
  'renderer-apart': { 'renderer/app/a.ts': uses('../../gateway/b.ts'), 'gateway/b.ts': leaf },
  'simulation-doubles-ports-only': {
    'tests/simulation/a.ts': uses('../fakes/memory-gateway.ts'),
    'tests/fakes/memory-gateway.ts': leaf,
  },
  'simulation-runs-the-engine': { 'tests/simulation/world/counter-window.ts': leaf },
  'simulation-runs-the-worker': { 'tests/builders/a-machine.ts': leaf },
  'simulation-runs-the-gateway': { 'tests/simulation/world/province.ts': leaf },
  'shared-apart': { 'shared/lib/a.ts': uses('../../gateway/b.ts'), 'gateway/b.ts': leaf },
};

describe('the boundary check', () => {
  it('reads every file it is given', async () => {
    const base = await project({
      'shared/lib/a.ts': leaf,
      'renderer/ui/Button.tsx': leaf,
      'gateway/b.ts': leaf,
    });
    const found = await cruiseBoundaries(base);
    expect(found).toEqual({ files: 3, cruised: 3, unread: [], violations: [] });
  });

  it('lets pages see the contract of the worker as types', async () => {
    const base = await project({
      'renderer/app/a.ts': usesType('../worker/api.ts'),
      'renderer/worker/api.ts': leaf,
    });
    expect((await cruiseBoundaries(base)).violations).toEqual([]);
  });

  for (const [rule, files] of Object.entries(planted))
    it(`refuses a planted violation of ${rule}`, async () => {
      const found = await cruiseBoundaries(await project(files));
      expect(found.violations.map((violation) => violation.rule)).toContain(rule);
    });

  it('has a planted violation for every rule', async () => {
    const { dependencyRules, requiredImports } = await import('./dependency-rules.ts');
    const names = [...dependencyRules, ...requiredImports].map((rule) => rule.name);
    expect(Object.keys(planted).sort()).toEqual(names.sort());
  });
});
