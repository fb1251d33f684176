/** One connection's view: SQL with `$1` parameters in, rows out. */
export interface Queries {
  readonly query: <Row>(sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
}

/** The SQL port of the gateway. Adapters: PostgreSQL by `pg`, and embedded PGlite. */
export interface Database extends Queries {
  /** Runs `work` in one transaction: resolves after the commit; a throw rolls everything back. */
  readonly transaction: <T>(work: (queries: Queries) => Promise<T>) => Promise<T>;
  /** Several statements without parameters or rows: migrations only. */
  readonly script: (sql: string) => Promise<void>;
  readonly close: () => Promise<void>;
}
