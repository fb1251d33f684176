import path from 'node:path';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { pgDatabase } from './pg-database.ts';
import { pgliteDatabase } from './pglite-database.ts';
import { takePidLock } from './pid-lock.ts';

export const EMBEDDED_NOTICE =
  'Embedded database (PGlite): for demonstration and tests only. It does not fsync, so a power cut may lose what was ' +
  'acknowledged. An office needs PostgreSQL 15 or newer by DATABASE_URL.';

/**
 * Opens and migrates the database: PostgreSQL by URL, else the embedded one in `folder` under a pid lock
 * (FolderLocked when another process holds it). `notice` receives the plain warning of the embedded one.
 */
export async function openDatabase(
  place: { readonly folder: string; readonly databaseUrl?: string },
  notice: (text: string) => void,
): Promise<Database> {
  if (place.databaseUrl) return migrated(pgDatabase(place.databaseUrl));
  const release = takePidLock(place.folder);
  try {
    notice(EMBEDDED_NOTICE);
    const database = await migrated(await pgliteDatabase(path.join(place.folder, 'database')));
    return {
      ...database,
      close: async () => {
        await database.close();
        release();
      },
    };
  } catch (cause) {
    release();
    throw cause;
  }
}

async function migrated(database: Database): Promise<Database> {
  await migrate(database);
  return database;
}
