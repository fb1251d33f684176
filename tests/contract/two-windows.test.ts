import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { CoreParts } from '../../renderer/worker/boot/core-parts.ts';
import { webIds } from '../../renderer/worker/keys/web-crypto-ports.ts';
import { openDexieWorkStore } from '../../renderer/worker/store/dexie-work-store.ts';
import { aDraft } from '../builders/a-draft.ts';
import { aMachine, anOpenCounter, open, PIN } from '../builders/a-machine.ts';
import { allRows, receive, reopened, sessionOf } from '../builders/at-the-counter.ts';

/** Two windows of one machine, the second taking over as a Web Lock hands over: it begins when `lost` has resolved. */
async function aTakeOver(inTheWay: Partial<CoreParts> = {}) {
  let lost = async (): Promise<void> => undefined;
  const claimFirst: CoreParts['claimWindow'] = async (_workspace, _takeOver, taken) => {
    lost = taken;
    return true;
  };
  const claimSecond: CoreParts['claimWindow'] = async (_workspace, takeOver) => {
    if (takeOver) await lost();
    return takeOver;
  };
  const { machine, core } = await anOpenCounter(aMachine(), { claimWindow: claimFirst, ...inTheWay });
  const second = machine.start({ claimWindow: claimSecond });
  await second.call('demoLineState');
  return { machine, core, second };
}

test('a reception running while another window takes over is there in that window, with a number of its own', async () => {
  let arrived: () => void = () => undefined;
  const printing = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  let goOn: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const { core, second } = await aTakeOver({
    makeReceipt: async () => {
      arrived();
      await slow;
      return new TextEncoder().encode('%PDF-1.4 slip');
    },
  });
  const running = core.call('receive', { commandId: webIds.uuidV7(), draft: aDraft() });
  await printing;
  const taking = second.call('takeOver');
  const soon = new Promise((resolve) => setTimeout(resolve, 100, 'still waiting'));
  expect(await Promise.race([taking, soon])).toBe('still waiting');
  goOn();
  expect(await taking).toMatchObject({ ok: true });
  expect((await running).ok).toBe(true);
  await open(second);
  expect(await allRows(second)).toHaveLength(1);
  expect((await receive(second)).provisionalCode).toContain('-00002-');
});

test('a window that was taken over writes nothing more, though its line still holds a request', async () => {
  const never = new Promise<void>(() => undefined);
  const { core, second, machine } = await aTakeOver({
    startEngine: () => ({
      kick: () => undefined,
      setSuspended: () => undefined,
      demoLineChanged: () => undefined,
      stop: () => never,
    }),
  });
  expect(await second.call('takeOver')).toMatchObject({ ok: true });
  const late = await core.call('receive', { commandId: webIds.uuidV7(), draft: aDraft() });
  expect(late.ok).toBe(false);
  expect(machine.disk.journal).toHaveLength(0);
});

test('while a machine goes to sleep no act begins, however long its line still takes', async () => {
  const never = new Promise<void>(() => undefined);
  const { core, machine } = await anOpenCounter(aMachine(), {
    startEngine: () => ({
      kick: () => undefined,
      setSuspended: () => undefined,
      demoLineChanged: () => undefined,
      stop: () => never,
    }),
  });
  void core.hostEvent({ type: 'suspend' });
  const late = await core.call('receive', { commandId: webIds.uuidV7(), draft: aDraft() });
  expect(late).toMatchObject({ ok: false, error: { code: 'locked' } });
  expect(machine.disk.journal).toHaveLength(0);
});

test('two windows that write without knowing of each other never share a number, a code or a place in the chain', async () => {
  const { machine, core } = await anOpenCounter();
  const second = await reopened(machine);
  const codes = [];
  for (const window of [core, second, core, second]) codes.push((await receive(window)).provisionalCode);
  expect(new Set(codes).size).toBe(4);
  expect(codes.map((code) => code.slice(5, 10))).toEqual(['00001', '00002', '00003', '00004']);
  machine.databases = new IDBFactory();
  const again = await reopened(machine);
  expect(await allRows(again)).toHaveLength(4);
});

test('an unlock that another window overtakes opens nothing that writes', async () => {
  const { machine, core, second } = await aTakeOver();
  await core.call('lock');
  const late = core.call('unlock', { clerk: 'minh.tv', secret: PIN });
  const taken = second.call('takeOver');
  expect(await late).toMatchObject({ ok: false });
  await taken;
  expect(await sessionOf(core)).toMatchObject({ phase: 'failed', problem: { code: 'taken-over' } });
  expect((await core.call('receive', { commandId: webIds.uuidV7(), draft: aDraft() })).ok).toBe(false);
  expect(machine.disk.journal).toHaveLength(0);
});

test('unlocked twice at once, one office opens', async () => {
  const { machine, core } = await anOpenCounter();
  await core.close();
  let offices = 0;
  const again = machine.start({
    openStore: (name) => {
      offices += 1;
      return openDexieWorkStore(name, { indexedDB: machine.databases, IDBKeyRange });
    },
  });
  await again.call('demoLineState');
  offices = 0;
  const [one, two] = await Promise.all([open(again), again.call('unlock', { clerk: 'lan.nt', secret: PIN })]);
  expect(one).toBeUndefined();
  expect(two).toMatchObject({ ok: false, error: { code: 'not-locked' } });
  expect(offices).toBe(1);
});
