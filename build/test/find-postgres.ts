import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const home = '/usr/lib/postgresql';

/** The folder of the newest installed PostgreSQL programs (15 or later), for throw-away clusters; undefined when there is none. */
export function findPostgres(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.POSTGRES_BIN && existsSync(env.POSTGRES_BIN)) return env.POSTGRES_BIN;
  if (!existsSync(home)) return undefined;
  const versions = readdirSync(home).filter((name) => Number(name) >= 15);
  versions.sort((a, b) => Number(b) - Number(a));
  return versions
    .map((name) => path.join(home, name, 'bin'))
    .find((bin) => existsSync(path.join(bin, 'initdb')));
}
