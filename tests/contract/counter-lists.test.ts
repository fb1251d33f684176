import { expect, test } from 'vitest';
import type { DossierDetail, DossierList } from '../../renderer/worker/api.ts';
import { webIds } from '../../renderer/worker/keys/web-crypto-ports.ts';
import { CITIZEN } from '../builders/a-draft.ts';
import { anOpenCounter, seen } from '../builders/a-machine.ts';
import { receive } from '../builders/at-the-counter.ts';

test('a person found again brings her data, marked as retrieved', async () => {
  const { core } = await anOpenCounter();
  await receive(core);
  const found = await core.call('earlierDossiers', { personalId: CITIZEN.personalId });
  expect(found).toMatchObject({
    ok: true,
    value: {
      rows: [{ name: CITIZEN.name }],
      person: { phone: { text: CITIZEN.phone, source: 'retrieved' } },
    },
  });
});

test('lists are searched without accents, by code, and by digits of number or phone', async () => {
  const { core } = await anOpenCounter();
  await receive(core);
  const find = async (query: string) =>
    ((await seen(core, 'dossiers', { tab: 'all', query })) as DossierList).rows.length;
  for (const query of ['gia dinh', 'Giả', 'P0B2-00001', '00001', '068190', '2345678', 'khai sinh'])
    expect([query, await find(query)]).toEqual([query, 1]);
  for (const query of ['khong co', '99999', 'inh gia x'])
    expect([query, await find(query)]).toEqual([query, 0]);
});

test('forwarding and amending are written down and shown as not yet sent', async () => {
  const { core } = await anOpenCounter();
  const { dossier } = await receive(core);
  const forward = { commandId: webIds.uuidV7(), dossier, to: 'Tổ tư pháp', note: '' };
  expect(await core.call('forward', forward)).toEqual({ ok: true, value: undefined });
  expect(await core.call('forward', forward)).toEqual({ ok: true, value: undefined });
  const amend = { commandId: webIds.uuidV7(), dossier, set: { phone: '0987654321' } };
  expect(await core.call('amend', amend)).toEqual({ ok: true, value: undefined });
  const detail = (await seen(core, 'dossier', { id: dossier })) as DossierDetail;
  expect(detail.timeline.map(({ type, sent }) => [type, sent])).toEqual([
    ['dossier.receive', false],
    ['dossier.forward', false],
    ['dossier.amend', false],
  ]);
  expect(detail.dossier.applicant.phone).toBe('0987654321');
  const outbox = (await seen(core, 'outbox')) as { entries: unknown[] };
  expect(outbox.entries).toHaveLength(3);
});
