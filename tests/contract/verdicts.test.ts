import { expect, test } from 'vitest';
import type { AttentionItem, OutboxView } from '../../renderer/worker/api.ts';
import { webIds } from '../../renderer/worker/keys/web-crypto-ports.ts';
import { parseOperation } from '../../shared/domain/operation.ts';
import { CITIZEN } from '../builders/a-draft.ts';
import { seen } from '../builders/a-machine.ts';
import { aWaitingDossier, detail, heard, operations, pullOf, verdict } from './waiting-dossier.ts';

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
