import type { Database } from '../../gateway/store/database.ts';
import { migrate } from '../../gateway/store/migrate.ts';
import { pgDatabase } from '../../gateway/store/pg-database.ts';
import { pgliteDatabase } from '../../gateway/store/pglite-database.ts';
import { postgresPrograms, startPostgres, type ThrowAwayPostgres } from './postgres.ts';

/** One engine the gateway suite runs on. `concurrent` = several connections at once, so locks really meet. */
export interface Engine {
  readonly name: string;
  readonly concurrent: boolean;
  readonly open: () => Promise<Database>;
  readonly stop: () => Promise<void>;
}

/** The embedded engine, in memory. */
export const embeddedEngine = (): Engine => ({
  name: 'PGlite',
  concurrent: false,
  open: async () => migrated(await pgliteDatabase()),
  stop: async () => undefined,
});

/** Real PostgreSQL in a throw-away cluster; undefined when this machine has none. */
export function postgresEngine(): Engine | undefined {
  const bin = postgresPrograms();
  if (!bin) return undefined;
  let cluster: Promise<ThrowAwayPostgres> | undefined;
  return {
    name: 'PostgreSQL',
    concurrent: true,
    open: async () => {
      cluster ??= startPostgres(bin);
      return migrated(pgDatabase(await (await cluster).newDatabase()));
    },
    stop: async () => (await cluster)?.stop(),
  };
}

async function migrated(database: Database): Promise<Database> {
  await migrate(database);
  return database;
}
