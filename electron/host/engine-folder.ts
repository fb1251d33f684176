import { existsSync, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';

/**
 * IndexedDB on Chromium's SQLite engine: the other engine loses everything after a full disk, and starting one engine on
 * the other's folder deletes it. One value, set before anything of Chromium starts, and never changed.
 */
export const ENGINE_FEATURE = 'IdbSqliteOnDiskRollout:stage/UseSqliteForNewStores';

/** The value of `--enable-features`: there may be only one such switch, so what is asked for otherwise goes in front. */
export const mergedFeatures = (others: string): string =>
  [
    ...others.split(',').filter((feature) => feature !== '' && feature !== ENGINE_FEATURE),
    ENGINE_FEATURE,
  ].join(',');

/**
 * Sets a store of the old engine aside, untouched, before Chromium sees the profile; the worker then rebuilds from
 * journal and backup. `databases` is the folder `IndexedDB` of the profile. Gives the new name, or undefined when all fits.
 */
export function setOldEngineAside(databases: string, now: number): string | undefined {
  if (!existsSync(databases)) return undefined;
  const old = readdirSync(databases).some((name) => name.endsWith('.indexeddb.leveldb'));
  if (!old) return undefined;
  const aside = path.join(path.dirname(databases), `IndexedDB-set-aside-${now}`);
  renameSync(databases, aside);
  return aside;
}
