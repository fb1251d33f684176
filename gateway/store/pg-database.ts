import pg from 'pg';
import type { Database, Queries } from './database.ts';

/** PostgreSQL by connection string. Idle connections that break are dropped and made anew. */
export function pgDatabase(connectionString: string, connections = 10): Database {
  const pool = new pg.Pool({ connectionString, max: connections, connectionTimeoutMillis: 10_000 });
  pool.on('error', () => undefined);
  return {
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await pool.query(sql, [...values])).rows as Row[],
    transaction: async (work) => {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('begin');
        const result = await work(queriesOf(client));
        await client.query('commit');
        return result;
      } catch (cause) {
        await client.query('rollback').catch((failure: Error) => {
          broken = failure;
        });
        throw cause;
      } finally {
        client.release(broken);
      }
    },
    script: async (sql) => {
      await pool.query(sql);
    },
    close: () => pool.end(),
  };
}

const queriesOf = (client: pg.PoolClient): Queries => ({
  query: async <Row>(sql: string, values: readonly unknown[] = []) =>
    (await client.query(sql, [...values])).rows as Row[],
});
