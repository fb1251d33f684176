import { expect, test } from 'vitest';
import type { DossierList } from '../../renderer/worker/api.ts';
import { webIds } from '../../renderer/worker/keys/web-crypto-ports.ts';
import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import { CITIZEN } from '../builders/a-draft.ts';
import { seen } from '../builders/a-machine.ts';
import { aWaitingDossier, detail, heard, operations, pullOf, verdict } from './waiting-dossier.ts';

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
