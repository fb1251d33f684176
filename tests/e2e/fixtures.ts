import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type Office, officeFolders, openOffice } from '../../build/cli/demo/office.ts';
import type { TargetOption } from '../../playwright.config.ts';
import { countersOf, databasesOf } from './counters.ts';
import { enginesIn } from './engine.ts';
import { type Province, provinceAt } from './province.ts';

export { expect };

/** What a spec may ask of the office it gets: `test.use({ gatewaySeed: 1 })`. */
interface OfficeOptions extends TargetOption {
  readonly workspace: 'demo' | 'office';
  /** seed of the sample dossiers; an empty province without */
  readonly gatewaySeed: number | undefined;
  /** seed of the stuttering line */
  readonly stutterSeed: number;
}

/** One fresh office of a spec: gateway, host and window on a folder of its own. `office.page` is always the current window. */
export interface SpecOffice extends Office {
  readonly province: Province;
  /** folder of the target's IndexedDB */
  readonly databases: string;
}

const TOKEN = 'a-province-token-of-the-specs';

export const test = base.extend<OfficeOptions & { readonly office: SpecOffice }>({
  target: ['web', { option: true }],
  workspace: ['demo', { option: true }],
  gatewaySeed: [undefined, { option: true }],
  stutterSeed: [1, { option: true }],
  office: async ({ target, workspace, gatewaySeed, stutterSeed }, use, info) => {
    const folders = officeFolders(mkdtempSync(path.join(os.tmpdir(), 'tram-spec-')));
    const office = await openOffice(folders, {
      open: await countersOf[target](),
      seed: stutterSeed,
      workspace,
      quiet: true,
      gateway: {
        TRAM_GATEWAY_SEED: gatewaySeed === undefined ? 'none' : String(gatewaySeed),
        TRAM_PROVINCE_TOKEN: TOKEN,
        DATABASE_URL: '',
      },
    });
    const databases = databasesOf(target, workspace, folders);
    const spec = Object.assign(office, { province: provinceAt(office.gatewayUrl, TOKEN), databases });
    await use(spec);
    if (info.status !== info.expectedStatus)
      await office.page.screenshot({ path: info.outputPath('window.png') }).catch(() => undefined);
    await office.close();
    const engines = enginesIn(databases);
    rmSync(folders.root, { recursive: true, force: true });
    expect(engines, 'IndexedDB on the engine our data need').toEqual(['sqlite']);
  },
});
