import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { DossierList, SessionView } from '../../renderer/worker/api.ts';
import type { Core } from '../../renderer/worker/boot/core.ts';
import { webIds } from '../../renderer/worker/keys/web-crypto-ports.ts';
import type { WorkStore } from '../../renderer/worker/store/work-store.ts';
import type { SyncEnginePorts } from '../../renderer/worker/sync/engine-ports.ts';
import { parseOperation } from '../../shared/domain/operation.ts';
import { aDraft, CITIZEN } from '../builders/a-draft.ts';
import { aMachine, anOpenCounter, type Machine, open, seen } from '../builders/a-machine.ts';
import { memoryWorkStore } from '../fakes/memory-work-store.ts';

/** Recovery looks the same whatever the slip says. */
const blankSlip = { makeReceipt: async () => new TextEncoder().encode('%PDF-1.4 slip') };

const allRows = async (core: Core) =>
  ((await seen(core, 'dossiers', { tab: 'all', query: '' })) as DossierList).rows;
const repaired = async (core: Core) => ((await seen(core, 'session')) as SessionView).repaired;

async function received(core: Core): Promise<string> {
  const answer = await core.call('receive', { commandId: webIds.uuidV7(), draft: aDraft() });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.provisionalCode;
}

async function aDay(dossiers: number): Promise<{ machine: Machine; core: Core }> {
  const opened = await anOpenCounter(aMachine(), blankSlip);
  for (let n = 0; n < dossiers; n++) await received(opened.core);
  return opened;
}

/** A window on the same machine, with what its engine is given. */
async function restarted(machine: Machine): Promise<{ core: Core; sync: SyncEnginePorts['store'] }> {
  let ports: SyncEnginePorts | undefined;
  const core = machine.start({
    ...blankSlip,
    startEngine: (given) => {
      ports = given;
      return {
        kick: () => undefined,
        setSuspended: () => undefined,
        demoLineChanged: () => undefined,
        stop: async () => undefined,
      };
    },
  });
  await open(core);
  if (!ports) throw new Error('engine not started');
  return { core, sync: ports.store };
}

test('a journal put back from an older copy loses nothing the database still has, and burns numbers', async () => {
  const { core, machine } = await aDay(3);
  await core.close();
  machine.disk.journal = machine.disk.journal.slice(0, 1);
  const { core: again, sync } = await restarted(machine);
  expect(await allRows(again)).toHaveLength(3);
  expect(await repaired(again)).toEqual({ code: 'older-copy', count: 2 });
  expect(await received(again)).toContain('-10004-');
  expect(await sync.position()).toMatchObject({ epoch: 2, lastSeq: 4 });
  await again.close();
  machine.databases = new IDBFactory();
  const { core: third } = await restarted(machine);
  expect(await allRows(third)).toHaveLength(4);
});

test('an older journal without any database begins a new epoch and burns numbers', async () => {
  const { core, machine } = await aDay(3);
  await core.close();
  machine.disk.journal = machine.disk.journal.slice(0, 2);
  machine.databases = new IDBFactory();
  const { core: again, sync } = await restarted(machine);
  expect(await allRows(again)).toHaveLength(2);
  expect((await repaired(again))?.code).toBe('older-copy');
  expect(await received(again)).toContain('-10003-');
  expect(await sync.position()).toMatchObject({ epoch: 2, lastSeq: 3 });
});

test('an older copy that has been dealt with is not reported at the next start', async () => {
  const { core, machine } = await aDay(9);
  await core.close();
  machine.disk.journal = machine.disk.journal.slice(0, 1);
  machine.databases = new IDBFactory();
  const { core: again } = await restarted(machine);
  await again.close();
  const { core: third } = await restarted(machine);
  expect(await repaired(third)).toBeUndefined();
  expect(await received(third)).toContain('-10002-');
});

test('after a new epoch the chain is whole, and acts and clerk signatures are the old ones', async () => {
  const { core, machine } = await aDay(3);
  await core.close();
  const { core: again, sync } = await restarted(machine);
  const before = await sync.operationsFrom(1, 10, 1_000_000);
  await sync.beginEpoch(5);
  const after = await sync.operationsFrom(1, 10, 1_000_000);
  expect(after.map(({ operation }) => operation.clerkSignature)).toEqual(
    before.map(({ operation }) => operation.clerkSignature),
  );
  const operations = after.map(({ operation }) => parseOperation(operation.bytes));
  expect(operations.map((operation) => [operation?.epoch, operation?.seq])).toEqual([
    [5, 1],
    [5, 2],
    [5, 3],
  ]);
  expect(operations[0]?.prev).toBe('0');
  expect(new Set(operations.map((operation) => operation?.prev)).size).toBe(3);
  expect(await sync.position()).toMatchObject({ epoch: 5, lastSeq: 3 });
  await sync.beginEpoch(5);
  expect(await sync.position()).toMatchObject({ epoch: 5, lastSeq: 3 });
  expect(await received(again)).toContain('-10004-');
  await again.close();
  machine.databases = new IDBFactory();
  const { sync: rebuilt } = await restarted(machine);
  expect(await rebuilt.position()).toMatchObject({ epoch: 5, lastSeq: 4 });
});

test('a transaction that fails after the journal is repaired, never called failed', async () => {
  const machine = aMachine();
  const store = memoryWorkStore();
  let failures = 0;
  const failing: WorkStore = {
    ...store,
    commit: async (writes) => {
      const act = writes.some((write) => 'put' in write && write.put === 'operations');
      if (act && failures++ === 0) throw new Error('backing store broke');
      return store.commit(writes);
    },
  };
  const { core } = await anOpenCounter(machine, { ...blankSlip, openStore: async () => failing });
  expect(await received(core)).toContain('-00001-');
  expect(failures).toBeGreaterThan(1);
  expect(await allRows(core)).toHaveLength(1);
  expect(await received(core)).toContain('-00002-');
});

test('a database that cannot be opened ends in a named problem, not in a blank page', async () => {
  const { core, machine } = await aDay(1);
  await core.close();
  const broken = machine.start({
    openStore: async () => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    },
  });
  expect(await broken.call('unlock', { clerk: 'lan.nt', secret: '135790' })).toMatchObject({
    ok: false,
    error: { code: 'store-unopenable' },
  });
  expect(await seen(broken, 'session')).toMatchObject({
    phase: 'failed',
    problem: { code: 'store-unopenable' },
  });
});

test('a second window is told where the first is, and may take over', async () => {
  const { machine } = await aDay(1);
  let mine = false;
  const second = machine.start({
    claimWindow: async (_workspace, takeOver) => {
      mine ||= takeOver;
      return mine;
    },
  });
  await second.call('demoLineState');
  expect(await seen(second, 'session')).toMatchObject({ phase: 'failed', problem: { code: 'other-window' } });
  expect(await second.call('takeOver')).toEqual({ ok: true, value: undefined });
  await open(second);
  expect(await allRows(second)).toHaveLength(1);
});

test('nothing personal lies in clear in any row, blob, draft or journal record', async () => {
  const { core, machine } = await anOpenCounter();
  const pdf = new TextEncoder().encode(`%PDF-1.4 ${CITIZEN.name} startxref 0 %%EOF`);
  const attached = await core.call('attach', { name: `${CITIZEN.name}.pdf`, bytes: pdf, source: 'file' });
  if (!attached.ok) throw new Error(attached.error.code);
  const draft = aDraft();
  const papers = draft.papers.map((paper) => ({ ...paper, attachments: [attached.value] }));
  await core.call('receive', { commandId: webIds.uuidV7(), draft: { ...draft, papers } });
  await core.call('saveDraft', { draft: aDraft() });
  const rows: unknown[] = [];
  for (const { name } of await machine.databases.databases())
    rows.push(...(await everyRow(machine, name ?? '')));
  expect(rows.length).toBeGreaterThan(5);
  const { vault, journal, drafts, blobs } = machine.disk;
  const kept = [vault, journal, [...drafts], [...blobs].map(([id, { chunks }]) => [id, ...chunks.values()])];
  const haystack = bytesOf([rows, kept]);
  for (const needle of Object.values(CITIZEN))
    for (const form of [needle, needle.normalize('NFD')])
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect([needle, haystack.includes(Buffer.from(form, encoding))]).toEqual([needle, false]);
});

function everyRow(machine: Machine, name: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const opening = machine.databases.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = async () => {
      const db = opening.result;
      const found: unknown[] = [];
      for (const table of db.objectStoreNames) {
        const request = db.transaction(table).objectStore(table).getAll();
        await new Promise((done) => {
          request.onsuccess = done;
        });
        found.push(...request.result);
      }
      db.close();
      resolve(found);
    };
  });
}

/** Every text and every byte of a value, one after the other. */
function bytesOf(value: unknown): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (Array.isArray(value)) return Buffer.concat(value.map(bytesOf));
  if (typeof value === 'object' && value !== null) return bytesOf(Object.values(value));
  return Buffer.from(`${String(value)}\n`);
}
