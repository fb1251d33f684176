import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { DossierList, SessionView } from '../../renderer/worker/api.ts';
import type { Core } from '../../renderer/worker/boot/core.ts';
import { webIds } from '../../renderer/worker/keys/web-crypto-ports.ts';
import { aDraft } from '../builders/a-draft.ts';
import { aMachine, anOpenCounter, type Machine, open, seen } from '../builders/a-machine.ts';

/** Recovery looks the same whatever the slip says. */
const blankSlip = { makeReceipt: async () => new TextEncoder().encode('%PDF-1.4 slip') };

async function received(core: Core): Promise<string> {
  const answer = await core.call('receive', { commandId: webIds.uuidV7(), draft: aDraft() });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.provisionalCode;
}

async function restarted(machine: Machine): Promise<Core> {
  const core = machine.start(blankSlip);
  await open(core);
  return core;
}

test('a host folder from before the database was made anew loses nothing the database still has', async () => {
  const { core, machine } = await anOpenCounter(aMachine(), blankSlip);
  await received(core);
  await core.close();
  const { journal, storeId } = structuredClone(machine.disk);
  machine.databases = new IDBFactory();
  const anew = await restarted(machine);
  for (let n = 0; n < 2; n++) await received(anew);
  await anew.close();
  Object.assign(machine.disk, { journal, storeId });
  const again = await restarted(machine);
  expect((await seen(again, 'session')) as SessionView).toMatchObject({
    repaired: { code: 'older-copy', count: 2 },
  });
  const { rows } = (await seen(again, 'dossiers', { tab: 'all', query: '' })) as DossierList;
  expect(rows).toHaveLength(3);
  expect(await received(again)).toContain('-10004-');
});
