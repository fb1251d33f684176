import type { Hono } from 'hono';
import { issueEnrolment } from '../../../gateway/auth/issue-enrolment.ts';
import { DEMONSTRATION_COMMUNE, prepareDemonstration } from '../../../gateway/demo/demonstration.ts';
import { actAtDesk, type DeskAct } from '../../../gateway/desk/act.ts';
import { type Gateway, openGateway } from '../../../gateway/gateway.ts';
import { gatewayApp } from '../../../gateway/http/app.ts';
import type { BlobStore } from '../../../gateway/store/blob-store.ts';
import type { Database } from '../../../gateway/store/database.ts';
import { currentGeneration, raiseGeneration } from '../../../gateway/store/generation.ts';
import { migrate } from '../../../gateway/store/migrate.ts';
import { pgliteDatabase } from '../../../gateway/store/pglite-database.ts';
import { localDayOf } from '../../../shared/lib/vietnam-time.ts';
import type { GatewayAnswer, GatewayRequest } from '../../../shared/ports.ts';
import type { SignedEnrolment } from '../../../shared/protocol/enrolment.ts';

export const COMMUNE = DEMONSTRATION_COMMUNE;

/** The shipped gateway over an embedded database, with a clock and a transaction fault of the world it stands in. */
export class Province {
  /** the world's clock and its chance that a transaction is cut off before its commit */
  now: () => number = Date.now;
  aborts: () => boolean = () => false;

  private constructor(
    readonly database: Database,
    private readonly gateway: Gateway,
    private readonly app: Hono,
    private readonly tables: readonly string[],
  ) {}

  /** Opens the one database that all seeds of a process use, one after the other. */
  static async open(): Promise<Province> {
    const engine = await pgliteDatabase();
    await migrate(engine);
    let province: Province | undefined;
    const database: Database = {
      ...engine,
      transaction: (work) =>
        engine.transaction(async (queries) => {
          const result = await work(queries);
          if (province?.aborts()) throw new Error('the server stopped before its commit');
          return result;
        }),
    };
    const log = { info: () => undefined, error: () => undefined };
    const gateway = await openGateway({
      database,
      blobs: memoryBlobs(),
      now: () => province?.now() ?? Date.now(),
      log,
      rate: { burst: 1e9, perSecond: 1e9 },
    });
    await prepareDemonstration(gateway);
    const tables = await tablesInOrder(engine);
    province = new Province(engine, gateway, gatewayApp(gateway), tables);
    await province.backup('empty');
    return province;
  }

  /** One exchange, as the host would carry it. */
  async handle({ method, path, headers, body }: GatewayRequest): Promise<GatewayAnswer> {
    const init = { method, headers: { ...headers }, ...(body && { body: Buffer.from(body) }) };
    const answer = await this.app.request(new Request(`http://province.test${path}`, init));
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: new Uint8Array(await answer.arrayBuffer()),
    };
  }

  enrolment(deviceName: string): Promise<SignedEnrolment> {
    const wish = { commune: COMMUNE, deviceName, gatewayUrl: 'http://127.0.0.1:47620', clerks: [] };
    return issueEnrolment(this.gateway, wish);
  }

  act(dossier: string, act: DeskAct) {
    return actAtDesk(this.gateway, COMMUNE, dossier, act);
  }

  async backup(name: string): Promise<void> {
    await this.database.script(`drop schema if exists ${name} cascade; create schema ${name}`);
    for (const table of this.tables)
      await this.database.script(`create table ${name}.${table} as table public.${table}`);
  }

  /** The operator's act after a loss: the backup put back, the generation raised. */
  async restore(name: string): Promise<void> {
    const generation = (await currentGeneration(this.database)) + 1;
    await this.putBack(name);
    const today = this.now();
    const days = [-3, -2, -1, 0, 1, 2].map((day) => localDayOf(today + day * 86_400_000));
    await raiseGeneration(this.database, generation, days);
  }

  /** As it was before the first device. */
  reset(): Promise<void> {
    return this.putBack('empty');
  }

  close(): Promise<void> {
    return this.database.close();
  }

  private async putBack(name: string): Promise<void> {
    const list = this.tables.join(', ');
    const inserts = this.tables.map((table) => `insert into public.${table} table ${name}.${table}`);
    await this.database.script(`begin; truncate ${list} cascade; ${inserts.join('; ')}; commit`);
  }
}

function memoryBlobs(): BlobStore {
  const held = new Map<string, Uint8Array>();
  return {
    put: async (commune, sha256, bytes) => {
      held.set(`${commune}/${sha256}`, bytes.slice());
      return `${commune}/${sha256}`;
    },
    get: async (place) => {
      const bytes = held.get(place);
      if (!bytes) throw new Error('no such paper');
      return bytes;
    },
  };
}

/** Parents before children, so that a copy can be put back. */
async function tablesInOrder(database: Database): Promise<readonly string[]> {
  const rows = await database.query<{ name: string; parents: readonly string[] }>(
    `select c.relname::text as name, array(select p.relname::text from pg_constraint f join pg_class p on p.oid = f.confrelid
       where f.conrelid = c.oid and f.contype = 'f') as parents
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'schema_version' order by c.relname`,
  );
  const ordered: string[] = [];
  while (ordered.length < rows.length) {
    const next = rows.find(
      ({ name, parents }) =>
        !ordered.includes(name) && parents.every((parent) => ordered.includes(parent) || parent === name),
    );
    if (!next) throw new Error('tables refer to each other in a circle');
    ordered.push(next.name);
  }
  return ordered;
}
