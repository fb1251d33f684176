import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../gateway/store/database.ts';
import { parseOperation, type SignedOperation } from '../../shared/domain/operation.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { type Engine, embeddedEngine, postgresEngine } from './gateway-databases.ts';
import { aProvince, COMMUNE, Counter, type Province } from './gateway-office.ts';

const postgres = postgresEngine();

describe('the real database of an office', () => {
  it('is there in CI, so that the suite below has run on it', () => {
    expect(Boolean(postgres) || !process.env.CI).toBe(true);
  });
  if (!postgres) it.skip('PostgreSQL: not run, its programs are not installed (apt-get install postgresql)');
});

describe.each([embeddedEngine(), ...(postgres ? [postgres] : [])])('push on $name', (engine: Engine) => {
  let database: Database;
  let province: Province;
  beforeAll(async () => {
    database = await engine.open();
    province = await aProvince(database);
  }, 120_000);
  afterAll(async () => {
    province.close();
    await database.close();
    await engine.stop();
  });

  const count = async (table: 'operation' | 'dossier', device: Counter): Promise<number> => {
    const sql =
      table === 'operation'
        ? 'select count(*) as n from operation where commune = $1 and device = $2'
        : "select count(*) as n from dossier where commune = $1 and provisional_code like 'P' || $2 || '-%'";
    const key = table === 'operation' ? device.enrolment.device : device.enrolment.series;
    const [row] = await database.query<{ n: string }>(sql, [COMMUNE, key]);
    return Number(row?.n);
  };

  it('a dossier pushed five times, the replies lost, stands there once with one official code', async () => {
    const counter = await Counter.open(province, 11);
    const { operation, entity, code } = await counter.receive(1);
    const first = await counter.push([operation]);
    expect(first).toMatchObject({
      status: 'ok',
      lastSeq: 1,
      verdicts: [{ result: 'applied', duplicate: false }],
    });
    for (let time = 0; time < 4; time++)
      expect(await counter.push([operation])).toMatchObject({
        verdicts: [{ result: 'applied', duplicate: true }],
      });
    expect([await count('operation', counter), await count('dossier', counter)]).toEqual([1, 1]);
    const row = (await counter.pull()).rows.find(({ id }) => id === entity);
    expect(row?.dossier).toMatchObject({
      provisionalCode: code,
      officialCode: expect.stringMatching(/^X99\.001-\d{6}-\d{4}$/),
    });
  });

  it('overlapping copies of growing batches at the same moment are one history', async () => {
    const counter = await Counter.open(province, 12);
    const operations: SignedOperation[] = [];
    for (let number = 1; number <= 6; number++) operations.push((await counter.receive(number)).operation);
    const batches = [2, 4, 6, 6, 3, 5].map((end) => operations.slice(0, end));
    await Promise.all(batches.map((batch) => counter.push(batch)));
    const reply = await counter.push(operations);
    expect(reply).toMatchObject({ status: 'ok', lastSeq: 6 });
    expect([await count('operation', counter), await count('dossier', counter)]).toEqual([6, 6]);
  });

  it('an empty push is the hello and says where the province stands', async () => {
    const counter = await Counter.open(province, 13);
    expect(await counter.push([])).toMatchObject({
      status: 'ok',
      epoch: 1,
      lastSeq: 0,
      head: '0',
      verdicts: [],
    });
  });

  it('a batch that leaves out operations is a gap, and nothing is stored', async () => {
    const counter = await Counter.open(province, 14);
    await counter.receive(1);
    const { operation } = await counter.receive(2);
    expect(await counter.push([operation])).toMatchObject({ status: 'gap', lastSeq: 0 });
    expect(await count('operation', counter)).toBe(0);
  });

  it('a machine restored from an old copy is told of the fork, begins an epoch, and nothing is doubled', async () => {
    const counter = await Counter.open(province, 15);
    const first = await counter.receive(1);
    await counter.push([first.operation]);
    Object.assign(counter.device, { seq: 0, head: '0' });
    const other = await counter.receive(2);
    expect(await counter.push([other.operation])).toMatchObject({ status: 'fork', epoch: 1 });
    expect(await counter.push([], { epoch: 9 })).toMatchObject({ status: 'badEpoch', epoch: 1 });
    const token = crypto.randomUUID();
    const begin = () => counter.call('POST', '/v1/epoch', { protocol: 1, token, above: 0 });
    expect(await (await begin()).json()).toMatchObject({ epoch: 2, lastSeq: 0, head: '0' });
    expect(await (await begin()).json()).toMatchObject({ epoch: 2 });
    Object.assign(counter.device, { epoch: 2, seq: 0, head: '0' });
    const again = await rewritten(counter, first.operation.bytes);
    const fresh = await rewritten(counter, other.operation.bytes);
    const reply = await counter.push([again, fresh]);
    expect(reply).toMatchObject({
      status: 'ok',
      verdicts: [
        { result: 'applied', duplicate: true },
        { result: 'applied', duplicate: false },
      ],
    });
    expect(await count('dossier', counter)).toBe(2);
    expect(await counter.push([other.operation], { epoch: 1 })).toMatchObject({ status: 'fork', epoch: 2 });
  });

  it('one operation that could never be right does not stop those behind it', async () => {
    const counter = await Counter.open(province, 16);
    const first = await counter.receive(1);
    const twice = await counter.receive(2, { provisionalCode: first.code });
    const follower = await counter.write(
      'dossier.accept',
      twice.entity,
      { from: 'received' },
      { deps: [idOf(twice.operation.bytes)] },
    );
    const last = await counter.receive(3);
    const reply = await counter.push([first.operation, twice.operation, follower, last.operation]);
    expect(reply.status === 'ok' && reply.verdicts.map(({ result, code }) => [result, code])).toEqual([
      ['applied', undefined],
      ['conflict', 'code-taken'],
      ['blocked', 'dependency-refused'],
      ['applied', undefined],
    ]);
  });

  it('an exception inside one operation rejects that one and stores the verdict', async () => {
    const counter = await Counter.open(province, 17);
    const { operation, entity } = await counter.receive(1);
    await counter.push([operation]);
    await database.query(
      "update dossier set dossier = jsonb_build_object('id', id, 'status', 'received') where id = $1",
      [entity],
    );
    const accept = await counter.write('dossier.accept', entity, { from: 'received' });
    const next = await counter.receive(2);
    const reply = await counter.push([accept, next.operation]);
    await database.query('delete from dossier where id = $1', [entity]);
    expect(reply).toMatchObject({
      status: 'ok',
      verdicts: [{ result: 'rejected', code: 'internal' }, { result: 'applied' }],
    });
  });

  it('an operation of an unknown kind is rejected and kept, and the chain goes on', async () => {
    const counter = await Counter.open(province, 18);
    const { operation } = await counter.receive(1);
    const strange = JSON.parse(operation.bytes);
    const bytes = canonicalJson({ ...strange, type: 'dossier.explode' });
    const signature = await counter.device.identity.deviceSigner.sign(bytes);
    const reply = await counter.push([{ ...operation, bytes, signature }]);
    expect(reply).toMatchObject({
      status: 'ok',
      lastSeq: 1,
      verdicts: [{ result: 'rejected', code: 'malformed' }],
    });
  });

  it('numbers of a day are unique and without gaps over several counters writing at once', async () => {
    const counters = await Promise.all([22, 23, 24, 25].map((seed) => Counter.open(province, seed)));
    await Promise.all(
      counters.map(async (counter) => {
        for (let number = 1; number <= 5; number++)
          await counter.push([(await counter.receive(number)).operation]);
      }),
    );
    const rows = await database.query<{ number: number }>(
      'select number from official_number where agency = $1 order by number',
      [COMMUNE],
    );
    expect(rows.map((row) => row.number)).toEqual(rows.map((_, index) => index + 1));
  });
});

const idOf = (bytes: string): string => JSON.parse(bytes).id;

/** The same act in the device's present epoch: new envelope, same id, same clerk signature. */
async function rewritten(counter: Counter, bytes: string) {
  const operation = parseOperation(bytes);
  if (!operation) throw new Error('unreadable');
  return counter.device.write({ ...operation, at: Date.parse(operation.at) });
}
