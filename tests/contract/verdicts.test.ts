import { expect, test } from 'vitest';
import type { AttentionItem, DossierDetail, DossierList, OutboxView } from '../../renderer/worker/api.ts';
import type { Core } from '../../renderer/worker/boot/core.ts';
import { webIds } from '../../renderer/worker/keys/web-crypto-ports.ts';
import type { SyncEnginePorts } from '../../renderer/worker/sync/engine-ports.ts';
import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import { parseOperation } from '../../shared/domain/operation.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import {
  type PullReply,
  PullReply as PullReplySchema,
  type Verdict,
} from '../../shared/protocol/messages.ts';
import { aDraft, CITIZEN } from '../builders/a-draft.ts';
import { aMachine, anOpenCounter, type Machine, seen } from '../builders/a-machine.ts';

type Store = SyncEnginePorts['store'];

const heard = { generation: 1, time: '2026-11-23T02:20:00.000Z' };

/** A counter with one waiting dossier, and the store as its engine sees it. */
async function aWaitingDossier(): Promise<{ core: Core; sync: Store; machine: Machine; id: string }> {
  let ports: SyncEnginePorts | undefined;
  const { core, machine } = await anOpenCounter(aMachine(), {
    makeReceipt: async () => new TextEncoder().encode('%PDF-1.4 slip'),
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
  const answer = await core.call('receive', { commandId: webIds.uuidV7(), draft: aDraft() });
  if (!answer.ok || !ports) throw new Error('not received');
  return { core, sync: ports.store, machine, id: answer.value.dossier };
}

const detail = async (core: Core, id: string) => (await seen(core, 'dossier', { id })) as DossierDetail;

async function operations(sync: Store): Promise<readonly string[]> {
  const all = await sync.operationsFrom(1, 100, 1_000_000);
  return all.map(({ operation }) => parseOperation(operation.bytes)?.id ?? '');
}

const verdict = (operation: string, change: Partial<Verdict> = {}): Verdict =>
  ({ operation, result: 'applied', duplicate: false, ...change }) as Verdict;

function pullOf(dossier: Dossier, change: number, cursor: string): PullReply {
  const row = {
    id: dossier.id,
    change,
    version: dossier.version,
    deleted: false,
    dossier: JSON.parse(canonicalJson(dossier)),
    missingAttachments: [],
  };
  const time = heard.time;
  return PullReplySchema.parse({
    protocol: 1,
    generation: 1,
    scopeVersion: 1,
    cursor,
    more: false,
    rows: [row],
    time,
  });
}

test('an applied operation leaves the queue, and the dossier stays while its row is on the way', async () => {
  const { core, sync, id } = await aWaitingDossier();
  const [first = ''] = await operations(sync);
  await sync.storeVerdicts([verdict(first)], heard);
  expect(await sync.firstUnanswered()).toBeUndefined();
  const { dossier, row, timeline } = await detail(core, id);
  expect(row.sync).toBe('sent');
  expect(timeline[0]?.sent).toBe(false);
  const official = { ...dossier, officialCode: 'X99.001-261123-0001' };
  expect(await sync.storePull(pullOf(official, 1, '1.1'), '0.0')).toBe(true);
  const after = await detail(core, id);
  expect(after.row).toMatchObject({ code: 'X99.001-261123-0001', provisional: false });
  expect(after.timeline).toMatchObject([{ sent: true }]);
  expect(await operations(sync)).toHaveLength(1);
});

test('a rejected reception stays visible with what the clerk had entered', async () => {
  const { core, sync, id } = await aWaitingDossier();
  const [first = ''] = await operations(sync);
  await sync.storeVerdicts([verdict(first, { result: 'rejected', code: 'procedure-elsewhere' })], heard);
  const { row, attention } = await detail(core, id);
  expect(row.sync).toBe('attention');
  expect(attention).toMatchObject([{ result: 'rejected', code: 'procedure-elsewhere' }]);
  expect(attention[0]?.kept).toContain(CITIZEN.name);
});

test('the same verdict twice makes one attention item', async () => {
  const { core, sync } = await aWaitingDossier();
  const [first = ''] = await operations(sync);
  const conflict = verdict(first, { result: 'conflict', code: 'code-taken' });
  await sync.storeVerdicts([conflict], heard);
  await sync.storeVerdicts([{ ...conflict, duplicate: true }], heard);
  expect(((await seen(core, 'outbox')) as OutboxView).attention).toHaveLength(1);
});

test('a waiting act that no longer applies after a pull becomes an attention item with its text', async () => {
  const { core, sync, id } = await aWaitingDossier();
  const [first = ''] = await operations(sync);
  await sync.storeVerdicts([verdict(first)], heard);
  const { dossier } = await detail(core, id);
  await sync.storePull(pullOf(dossier, 1, '1.1'), '0.0');
  const forward = { commandId: webIds.uuidV7(), dossier: id, to: 'Tổ hộ tịch', note: 'gấp' };
  expect((await core.call('forward', forward)).ok).toBe(true);
  const stopped = { ...dossier, version: 2, status: 'withdrawn' as const };
  await sync.storePull(pullOf(stopped, 2, '1.2'), '1.1');
  const now = await detail(core, id);
  expect(now.dossier.status).toBe('withdrawn');
  const items: readonly AttentionItem[] = now.attention;
  expect(items).toHaveLength(1);
  expect(items[0]?.kept).toContain('Tổ hộ tịch');
  expect(await sync.firstUnanswered()).toBe(2);
});

test('a pull asked with a cursor that no longer stands is not stored', async () => {
  const { core, sync, id } = await aWaitingDossier();
  const { dossier } = await detail(core, id);
  expect(await sync.storePull(pullOf(dossier, 5, '1.5'), '0.0')).toBe(true);
  expect(await sync.storePull(pullOf({ ...dossier, status: 'finished' }, 6, '1.6'), '0.0')).toBe(false);
  expect((await sync.position()).cursor).toBe('1.5');
});

test('an older row never replaces a newer one', async () => {
  const { core, sync, id } = await aWaitingDossier();
  const { dossier } = await detail(core, id);
  await sync.storePull(pullOf({ ...dossier, status: 'processing' }, 5, '1.5'), '0.0');
  await sync.storePull(pullOf(dossier, 4, '1.6'), '1.5');
  expect((await detail(core, id)).dossier.status).toBe('processing');
});

test('a restored province is forgotten, what was written here is not', async () => {
  const { core, sync, id } = await aWaitingDossier();
  const { dossier } = await detail(core, id);
  const elsewhere = { ...dossier, id: webIds.uuidV7() as Dossier['id'], provisionalCode: 'P0B3-00001-1' };
  await sync.storePull(pullOf(dossier, 1, '1.1'), '0.0');
  await sync.storePull(pullOf(elsewhere, 2, '1.2'), '1.1');
  await sync.newGeneration(2);
  expect(await sync.position()).toMatchObject({ generation: 2, lastSeq: 1 });
  const { rows } = (await seen(core, 'dossiers', { tab: 'all', query: '' })) as DossierList;
  expect(rows.map((row) => row.id)).toEqual([id]);
});

test('a row that cannot be read is left out and the others are taken', async () => {
  const { core, sync, id } = await aWaitingDossier();
  const { dossier } = await detail(core, id);
  const good = pullOf(dossier, 1, '1.2');
  const [row] = good.rows;
  if (!row) throw new Error('row expected');
  const broken = { ...row, id: webIds.uuidV7(), dossier: { hello: 'world' } };
  expect(await sync.storePull({ ...good, rows: [broken, row] }, '0.0')).toBe(true);
  expect((await detail(core, id)).timeline[0]?.sent).toBe(true);
});

test('files wait until their content has arrived, each content once', async () => {
  const { sync } = await aWaitingDossier();
  const [slip] = await sync.attachmentsToSend(10);
  if (!slip) throw new Error('slip expected');
  expect(new TextDecoder().decode(await sync.attachmentBytes(slip.id))).toContain('slip');
  await sync.attachmentArrived(slip.sha256);
  expect(await sync.attachmentsToSend(10)).toEqual([]);
});

test('a restored province is asked again after every file it had confirmed', async () => {
  const { sync } = await aWaitingDossier();
  const [slip] = await sync.attachmentsToSend(10);
  if (!slip) throw new Error('slip expected');
  await sync.attachmentArrived(slip.sha256);
  await sync.newGeneration(2);
  expect(await sync.attachmentsToSend(10)).toEqual([slip]);
});

test('a restored province that refuses what it had taken is told to the clerk with her text', async () => {
  const { core, sync, id } = await aWaitingDossier();
  const [first = ''] = await operations(sync);
  await sync.storeVerdicts([verdict(first)], heard);
  await sync.newGeneration(2);
  const refused = verdict(first, { result: 'rejected', code: 'pack-set-unknown' });
  await sync.storeVerdicts([refused], { ...heard, generation: 2 });
  const { row, attention } = await detail(core, id);
  expect(row.sync).toBe('attention');
  expect(attention).toMatchObject([{ result: 'rejected', code: 'pack-set-unknown' }]);
  expect(attention[0]?.kept).toContain(CITIZEN.name);
});

test('an act leans on the waiting reception alone, so that a refused one does not take the next with it', async () => {
  const { core, sync, id } = await aWaitingDossier();
  const act = (set: object) =>
    core.call('amend', { commandId: webIds.uuidV7(), dossier: id, set: set as { note: string } });
  const depsOf = async () =>
    (await sync.operationsFrom(1, 100, 1_000_000)).map(
      ({ operation }) => parseOperation(operation.bytes)?.deps,
    );
  const [reception = ''] = await operations(sync);
  expect((await act({ note: 'một' })).ok).toBe(true);
  expect(await depsOf()).toEqual([[], [reception]]);
  await sync.storeVerdicts([verdict(reception)], heard);
  expect((await act({ phone: '0912345678' })).ok).toBe(true);
  expect(await depsOf()).toEqual([[], [reception], []]);
});

test('the token of a new epoch is the same until it is used', async () => {
  const { sync } = await aWaitingDossier();
  const token = await sync.epochToken();
  expect(await sync.epochToken()).toBe(token);
  await sync.beginEpoch(2);
  expect(await sync.epochToken()).not.toBe(token);
});

test('an unknown verdict changes nothing', async () => {
  const { sync } = await aWaitingDossier();
  await sync.storeVerdicts([verdict(webIds.uuidV7())], heard);
  expect(await sync.firstUnanswered()).toBe(1);
});
