import { type ServerType, serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exchange } from '../../electron/host/gateway/exchange.ts';
import { issueEnrolment } from '../../gateway/auth/issue-enrolment.ts';
import type { DossierDetail, DossierList, LineView } from '../../renderer/worker/api.ts';
import type { Core } from '../../renderer/worker/boot/core.ts';
import { webIds } from '../../renderer/worker/keys/web-crypto-ports.ts';
import { createSyncEngine } from '../../renderer/worker/sync/engine.ts';
import type { Host } from '../../shared/host/contract.ts';
import { HostError } from '../../shared/host/host-error.ts';
import { aDraft } from '../builders/a-draft.ts';
import { aMachine, type Machine, PIN, seen } from '../builders/a-machine.ts';
import { seeded } from '../builders/sync-bench.ts';
import { embeddedEngine } from './gateway-databases.ts';
import { aProvince, COMMUNE, type Province } from './gateway-office.ts';

type Ask = Parameters<Host['request']>[0];
type Answer = Awaited<ReturnType<Host['request']>>;
type Line = (ask: Ask, send: () => Promise<Answer>) => Promise<Answer>;

const engine = embeddedEngine();
let province: Province;
let server: ServerType;
let base: URL;

beforeAll(async () => {
  province = await aProvince(await engine.open());
  base = await new Promise<URL>((resolve) => {
    server = serve({ fetch: province.app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      resolve(new URL(`http://127.0.0.1:${port}`)),
    );
  });
}, 60_000);
afterAll(async () => {
  server.close();
  await engine.stop();
  province.close();
});

interface Counter {
  readonly core: Core;
  readonly machine: Machine;
  readonly device: string;
  /** how the line behaves from now on */
  line: Line;
}

/** The real worker with the real engine, over real HTTP to the real gateway; only disk and browser are in memory. */
async function aCounter(name: string): Promise<Counter> {
  const wish = { commune: COMMUNE, deviceName: name, gatewayUrl: String(base), clerks: [] };
  const signed = await issueEnrolment(province.gateway, wish);
  const { device, clerks } = JSON.parse(signed.enrolment) as { device: string; clerks: { id: string }[] };
  const request: Host['request'] = (ask) => counter.line(ask, () => exchange({ base }, ask));
  const machine = aMachine({ request });
  machine.now = Date.now();
  const core = machine.start({ startEngine: createSyncEngine });
  const counter: Counter = { core, machine, device, line: (_, send) => send() };
  const secrets = clerks.map(({ id }) => ({ clerk: id, secret: PIN }));
  const enrolled = await core.call('enrol', { file: JSON.stringify(signed), secrets });
  if (!enrolled.ok) throw new Error(`enrol: ${enrolled.error.code}`);
  const unlocked = await core.call('unlock', { clerk: 'lan.nt', secret: PIN });
  if (!unlocked.ok) throw new Error(`unlock: ${unlocked.error.code}`);
  return counter;
}

async function receive({ core }: Counter, count: number): Promise<readonly string[]> {
  const dossiers: string[] = [];
  for (let n = 0; n < count; n++) {
    const received = await core.call('receive', { commandId: webIds.uuidV7(), draft: aDraft() });
    if (!received.ok) throw new Error(`receive: ${received.error.code} ${received.error.detail ?? ''}`);
    dossiers.push(received.value.dossier);
  }
  return dossiers;
}

const line = async ({ core }: Counter) => (await seen(core, 'line')) as LineView;

async function untilDelivered(counter: Counter): Promise<void> {
  const limit = Date.now() + 60_000;
  for (;;) {
    const { waiting, filesWaiting } = await line(counter);
    const rows = ((await seen(counter.core, 'dossiers', { tab: 'all', query: '' })) as DossierList).rows;
    if (waiting === 0 && filesWaiting === 0 && rows.every(({ provisional }) => !provisional)) return;
    if (Date.now() > limit) throw new Error(`not delivered: ${JSON.stringify(await line(counter))}`);
    await counter.core.call('syncNow');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** What the gateway's own database holds of a device. */
async function atProvince({ device }: Counter) {
  const operations = await province.gateway.database.query<{ entity: string; id: string }>(
    'select id, entity from operation where device = $1 order by epoch, seq',
    [device],
  );
  const dossiers = await province.gateway.database.query<{ id: string }>(
    'select id from dossier where commune = $1 and id = any($2::text[])',
    [COMMUNE, operations.map(({ entity }) => entity)],
  );
  return { operations: operations.map(({ entity }) => entity), dossiers: dossiers.map(({ id }) => id) };
}

/** The province holds the bytes of every slip, by its hash. */
async function slipsThere({ core }: Counter, dossiers: readonly string[]): Promise<boolean> {
  const hashes: string[] = [];
  for (const id of dossiers) {
    const { dossier } = (await seen(core, 'dossier', { id })) as DossierDetail;
    hashes.push(dossier.receipt.sha256);
  }
  const rows = await province.gateway.database.query<{ sha256: string }>(
    'select sha256 from attachment where commune = $1 and sha256 = any($2::text[])',
    [COMMUNE, hashes],
  );
  return rows.length === dossiers.length;
}

async function expectOnce(counter: Counter, dossiers: readonly string[]): Promise<void> {
  const held = await atProvince(counter);
  expect(held.operations).toEqual(dossiers);
  expect([...held.dossiers].sort()).toEqual([...dossiers].sort());
  expect(await slipsThere(counter, dossiers)).toBe(true);
}

const cut = () => Promise.reject(new HostError('line-unreachable', 'cut'));

describe('counter, engine and gateway over HTTP', () => {
  it('an offline morning reaches the province once the line is back, slips included', async () => {
    const counter = await aCounter('Quầy ngoại tuyến');
    counter.line = cut;
    const dossiers = await receive(counter, 5);
    expect(await line(counter)).toMatchObject({ waiting: 5 });
    counter.line = (_, send) => send();
    await untilDelivered(counter);
    await expectOnce(counter, dossiers);
    expect(await line(counter)).toMatchObject({ state: 'online', waiting: 0, filesWaiting: 0, attention: 0 });
  }, 90_000);

  it('a reply lost after the commit doubles nothing', async () => {
    const counter = await aCounter('Quầy mất trả lời');
    let lost = 0;
    counter.line = async (ask, send) => {
      const answer = await send();
      if (ask.path !== '/v1/push' || (ask.body?.byteLength ?? 0) < 1_000 || lost++ > 1) return answer;
      throw new HostError('line-unreachable', 'answer-lost');
    };
    const dossiers = await receive(counter, 4);
    await untilDelivered(counter);
    expect(lost).toBeGreaterThan(1);
    await expectOnce(counter, dossiers);
  }, 90_000);

  it('a line that loses a third of everything loses no dossier', async () => {
    const seed = Number(process.env.TRAM_SEED ?? 4711);
    console.info(`stuttering line: seed ${seed} (TRAM_SEED repeats it)`);
    const random = seeded(seed);
    const counter = await aCounter('Quầy chập chờn');
    counter.line = async (_, send) => {
      if (random() < 0.3) return cut();
      const answer = await send();
      return random() < 0.3 ? cut() : answer;
    };
    const dossiers = await receive(counter, 6);
    await untilDelivered(counter);
    await expectOnce(counter, dossiers);
  }, 120_000);
});
