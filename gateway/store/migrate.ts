import type { Database } from './database.ts';
import { migrations } from './migrations.ts';

/** any fixed number: several instances may start at once, one of them migrates */
const LOCK = 476_201;

/** Brings the schema to the newest version; safe to run at every start. Refuses a database of a newer program. */
export async function migrate(database: Database): Promise<void> {
  await database.script('create table if not exists schema_version (version integer primary key)');
  await database.transaction(async (queries) => {
    await queries.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const rows = await queries.query<{ version: number | null }>(
      'select max(version) as version from schema_version',
    );
    const present = rows[0]?.version ?? 0;
    if (present > migrations.length)
      throw new Error(
        `the database has schema version ${present}, this program knows ${migrations.length}: update it`,
      );
    for (const [index, sql] of migrations.entries()) {
      if (index < present) continue;
      for (const statement of sql.split(';')) if (statement.trim()) await queries.query(statement);
      await queries.query('insert into schema_version (version) values ($1)', [index + 1]);
    }
  });
}
