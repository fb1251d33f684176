import { IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { DossierList, SessionView } from '../../renderer/worker/api.ts';
import type { Core } from '../../renderer/worker/boot/core.ts';
import { webIds } from '../../renderer/worker/keys/web-crypto-ports.ts';
import { openDexieWorkStore } from '../../renderer/worker/store/dexie-work-store.ts';
import { openUsableStore } from '../../renderer/worker/store/open-usable-store.ts';
import type { WorkStore } from '../../renderer/worker/store/work-store.ts';
import { aDraft } from '../builders/a-draft.ts';
import { aMachine, anOpenCounter, type Machine, open, seen } from '../builders/a-machine.ts';

const blankSlip = { makeReceipt: async () => new TextEncoder().encode('%PDF-1.4 slip') };

/** The browser of a machine on which some databases cannot be opened (any more). */
function browser(machine: Machine) {
  const broken = new Set<string>();
  const aside: string[] = [];
  const openOne = async (name: string): Promise<WorkStore> => {
    if (broken.has(name)) throw new DOMException('Internal error opening backing store', 'UnknownError');
    return openDexieWorkStore(name, { indexedDB: machine.databases, IDBKeyRange });
  };
  const parts = {
    ...blankSlip,
    openStore: (name: string) => openUsableStore(name, openOne, (left) => aside.push(left)),
  };
  return { broken, aside, parts };
}

async function receiveOne(core: Core): Promise<string> {
  const answer = await core.call('receive', { commandId: webIds.uuidV7(), draft: aDraft() });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.provisionalCode;
}
const dossiers = async (core: Core) =>
  ((await seen(core, 'dossiers', { tab: 'all', query: '' })) as DossierList).rows.length;
const repaired = async (core: Core) => ((await seen(core, 'session')) as SessionView).repaired;

test('a database that cannot be opened is left aside and made anew from the journal; the clerk reads one sentence', async () => {
  const machine = aMachine();
  const { broken, aside, parts } = browser(machine);
  const { core } = await anOpenCounter(machine, parts);
  await receiveOne(core);
  await receiveOne(core);
  await core.close();
  broken.add('tram-demo-work');
  const second = machine.start(parts);
  await open(second);
  expect(await repaired(second)).toEqual({ code: 'store-rebuilt', count: 2 });
  expect(aside).toContain('tram-demo-work');
  expect(await receiveOne(second)).toContain('-00003-');
  await second.close();
  // from now on the new one is the database: nothing is rebuilt again
  const third = machine.start(parts);
  await open(third);
  expect([await dossiers(third), await repaired(third)]).toEqual([3, undefined]);
  await third.close();
});

test('a database that opens again after all is not believed, but made anew too', async () => {
  const machine = aMachine();
  const { broken, parts } = browser(machine);
  const { core } = await anOpenCounter(machine, parts);
  await receiveOne(core);
  await core.close();
  broken.add('tram-demo-work');
  const second = machine.start(parts);
  await open(second);
  await receiveOne(second);
  await second.close();
  broken.clear();
  const third = machine.start(parts);
  await open(third);
  expect([await dossiers(third), await repaired(third)]).toEqual([2, { code: 'store-rebuilt', count: 2 }]);
  expect(await receiveOne(third)).toContain('-00003-');
  await third.close();
});

test('a failure that is over at the second try changes nothing', async () => {
  const machine = aMachine();
  const { aside } = browser(machine);
  let failures = 1;
  const store = await openUsableStore(
    'tram-demo-work',
    async (name) => {
      failures -= 1;
      if (failures === 0) throw new DOMException('busy', 'AbortError');
      return openDexieWorkStore(name, { indexedDB: machine.databases, IDBKeyRange });
    },
    (left) => aside.push(left),
  );
  expect(aside).toEqual([]);
  expect((await machine.databases.databases()).map(({ name }) => name)).toEqual(['tram-demo-work']);
  store.close();
});
