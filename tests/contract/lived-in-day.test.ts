import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGatewayLine, type GatewayLine } from '../../electron/host/gateway/gateway-line.ts';
import { demoRoutes } from '../../gateway/demo/demo-routes.ts';
import { gatewayApp } from '../../gateway/http/app.ts';
import { type Listening, listen } from '../../gateway/http/listen.ts';
import type { OutboxView } from '../../renderer/worker/api.ts';
import type { Core } from '../../renderer/worker/boot/core.ts';
import { webIds } from '../../renderer/worker/keys/web-crypto-ports.ts';
import { createSyncEngine } from '../../renderer/worker/sync/engine.ts';
import { HostError } from '../../shared/host/host-error.ts';
import { aDraft } from '../builders/a-draft.ts';
import { aMachine, type Machine, open, PIN, seen } from '../builders/a-machine.ts';
import { embeddedEngine } from './gateway-databases.ts';
import { aProvince, type Province } from './gateway-office.ts';
import { temporaryFolder } from './temporary-folder.ts';

const TOKEN = 'a-token-of-the-province-page';
let province: Province;
let server: Listening;

beforeAll(async () => {
  province = await aProvince(await embeddedEngine().open());
  const routes = demoRoutes(province.gateway, { url: () => server.url, token: TOKEN });
  server = await listen(gatewayApp(province.gateway, [routes]), 0, '127.0.0.1');
}, 60_000);
afterAll(async () => {
  await server.close();
  province.close();
});

interface Fresh {
  readonly machine: Machine;
  readonly line: GatewayLine;
  readonly start: () => Core;
}

/** A machine of the demonstration as the launcher makes it: real worker, engine, line and gateway. */
function aFreshMachine(change: Partial<GatewayLine> = {}): Fresh {
  const line = createGatewayLine({
    workspace: 'demo',
    folder: temporaryFolder(),
    gatewayUrl: server.url,
    stutterSeed: 1,
    livedIn: true,
    isEnrolled: async () => false,
    onChange: () => undefined,
  });
  const machine = aMachine({ ...line, ...change });
  machine.now = Date.now();
  return { machine, line, start: () => machine.start({ startEngine: createSyncEngine }) };
}

async function enrolled({ line, start }: Fresh): Promise<Core> {
  const core = start();
  const file = (await line.offeredEnrolment()) ?? '';
  const offered = await core.call('readEnrolment', { file });
  const clerks = offered.ok ? offered.value.clerks : [];
  await core.call('enrol', { file, secrets: clerks.map(({ id }) => ({ clerk: id, secret: PIN })) });
  await open(core);
  return core;
}

const outbox = async (core: Core) => (await seen(core, 'outbox')) as OutboxView;
const untilLived = (core: Core) =>
  expect.poll(async () => (await outbox(core)).entries.length, { timeout: 30_000, interval: 100 }).toBe(3);

async function expectTheDay(core: Core, { line, machine }: Fresh): Promise<void> {
  const { entries, attention } = await outbox(core);
  expect(entries.map(({ type, state }) => [type, state])).toEqual(
    Array(3).fill(['dossier.receive', 'waiting']),
  );
  expect(attention.map(({ result, code }) => [result, code]).sort()).toEqual([
    ['conflict', 'status-moved'],
    ['rejected', 'procedure-elsewhere'],
  ]);
  expect(await line.demoLineState()).toBe('offline');
  // five receptions and a forward, each once
  expect(machine.disk.journal).toHaveLength(6);
  const held = await province.gateway.database.query<{ status: string }>(
    `select dossier->>'status' as status from dossier where dossier->'applicant'->>'name' = 'Đặng Thị Xung Đột Mẫu'`,
  );
  expect(held).toEqual(expect.arrayContaining([{ status: 'awaitingSupplement' }]));
}

test('the first unlock of a fresh demonstration leaves three receptions waiting, one rejected and one conflicting', async () => {
  const fresh = aFreshMachine();
  const core = await enrolled(fresh);
  await untilLived(core);
  await expectTheDay(core, fresh);
  const written = fresh.machine.disk.journal.length;
  await core.call('lock');
  await open(core, 'minh.tv');
  await core.call('demoLine', { state: 'online' });
  await expect.poll(async () => (await outbox(core)).entries.length, { timeout: 15_000 }).toBe(0);
  expect(fresh.machine.disk.journal).toHaveLength(written);
  await core.close();
}, 60_000);

test('a day cut short at any point is the same day after the next unlock', async () => {
  for (const breakAt of [1, 2]) {
    let acts = 0;
    const fresh: Fresh = aFreshMachine({
      demoAct: async (act) => {
        acts += 1;
        if (acts === breakAt) throw new HostError('line-unreachable', 'the gateway has just stopped');
        return fresh.line.demoAct(act);
      },
    });
    const core = await enrolled(fresh);
    await expect.poll(() => acts, { timeout: 20_000 }).toBe(breakAt);
    await core.close();
    const again = fresh.start();
    await open(again);
    await untilLived(again);
    await expectTheDay(again, fresh);
    await again.close();
  }
}, 90_000);

test('without the word of the launcher, and on a machine that has worked before, nothing is made up', async () => {
  let livedIn = false;
  const worked = aFreshMachine({ demoLivedIn: async () => livedIn });
  const core = await enrolled(worked);
  await core.call('receive', { commandId: webIds.uuidV7(), draft: aDraft() });
  livedIn = true;
  await core.call('lock');
  await open(core);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(worked.machine.disk.journal).toHaveLength(1);
  expect(await worked.line.demoLineState()).toBe('online');
  await core.close();
});
