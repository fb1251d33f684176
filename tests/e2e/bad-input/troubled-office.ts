import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { officeFolders, openOffice } from '../../../build/cli/demo/office.ts';
import { countersOf } from '../counters.ts';
import { test as base, type SpecOffice } from '../fixtures.ts';
import { provinceAt } from '../province.ts';
import { type SpoilingProxy, spoilingProxy } from './spoiling-proxy.ts';

const TOKEN = 'a-province-token-of-the-specs';

/** An office whose disk, clock and gateway can be made to misbehave. */
export interface TroubledOffice extends SpecOffice {
  readonly proxy: SpoilingProxy;
  /** environment that the host is given at its next start */
  readonly hostEnv: Record<string, string>;
}

/** What a host is told so that its wall clock is off by so many days. */
export const clockOffBy = (days: number): string =>
  `--import data:text/javascript,const%20now=Date.now;Date.now=()=>now()%2B(${days * 86_400_000})`;

export const test = base.extend<{ readonly troubled: TroubledOffice }>({
  troubled: async ({ target }, use) => {
    const folders = officeFolders(mkdtempSync(path.join(os.tmpdir(), 'tram-troubled-')));
    let gatewayUrl = '';
    const hostEnv: Record<string, string> = {};
    const proxy = await spoilingProxy(() => gatewayUrl);
    const open = await countersOf[target]();
    const office = await openOffice(folders, {
      open: (start) => {
        gatewayUrl = start.env.TRAM_GATEWAY_URL ?? '';
        return open({ ...start, env: { ...start.env, TRAM_GATEWAY_URL: proxy.url, ...hostEnv } });
      },
      seed: 1,
      gateway: { TRAM_GATEWAY_SEED: 'none', TRAM_PROVINCE_TOKEN: TOKEN, DATABASE_URL: '' },
      quiet: true,
    });
    const more = { province: provinceAt(office.gatewayUrl, TOKEN), databases: '', proxy, hostEnv };
    await use(
      Object.defineProperties(more, Object.getOwnPropertyDescriptors(office)) as unknown as TroubledOffice,
    );
    await office.close();
    await proxy.close();
    rmSync(folders.root, { recursive: true, force: true });
  },
});
