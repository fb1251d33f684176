import { PGlite } from '@electric-sql/pglite';
import type { Database } from './database.ts';

/** Embedded PGlite: one connection, no fsync, for demonstration and tests only. Without `folder` it lives in memory. */
export async function pgliteDatabase(folder?: string): Promise<Database> {
  const engine = await PGlite.create(folder);
  return {
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await engine.query<Row>(sql, [...values])).rows,
    transaction: (work) =>
      engine.transaction((transaction) =>
        work({
          query: async <Row>(sql: string, values: readonly unknown[] = []) =>
            (await transaction.query<Row>(sql, [...values])).rows,
        }),
      ),
    script: async (sql) => {
      await engine.exec(sql);
    },
    close: () => engine.close(),
  };
}
