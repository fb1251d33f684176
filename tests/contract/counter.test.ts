import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { DossierDetail, DossierList, ReceptionDraft, SessionView } from '../../renderer/worker/api.ts';
import type { Core } from '../../renderer/worker/boot/core.ts';
import { webIds } from '../../renderer/worker/keys/web-crypto-ports.ts';
import { HostError } from '../../shared/host/host-error.ts';
import { aDraft, CITIZEN } from '../builders/a-draft.ts';
import { aMachine, anOpenCounter, type Machine, open, seen } from '../builders/a-machine.ts';

const allRows = async (core: Core) =>
  ((await seen(core, 'dossiers', { tab: 'all', query: '' })) as DossierList).rows;
const session = async (core: Core) => (await seen(core, 'session')) as SessionView;

async function receive(core: Core, draft = aDraft(), commandId = webIds.uuidV7()) {
  const answer = await core.call('receive', { commandId, draft });
  if (!answer.ok) throw new Error(`receive: ${answer.error.code} ${answer.error.detail ?? ''}`);
  return answer.value;
}

/** A new window on the same machine, after the former one is gone. */
async function reopened(machine: Machine, core?: Core): Promise<Core> {
  await core?.close();
  const again = machine.start();
  await open(again);
  return again;
}

test('a clerk enrols, unlocks, types, presses F9 and sees the dossier with its provisional code', async () => {
  const { core, machine } = await anOpenCounter();
  const draft = aDraft();
  expect(await core.call('saveDraft', { draft })).toEqual({ ok: true, value: undefined });
  expect(((await seen(core, 'draft')) as ReceptionDraft).id).toBe(draft.id);
  const { dossier, provisionalCode } = await receive(core, draft);
  expect(provisionalCode).toMatch(/^P0B2-00001-./);
  expect(await seen(core, 'draft')).toBeUndefined();
  expect(machine.disk.drafts.size).toBe(0);
  const rows = await allRows(core);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ provisional: true, status: 'received', sync: 'waiting' });
  const detail = (await seen(core, 'dossier', { id: dossier })) as DossierDetail;
  expect(detail.timeline).toMatchObject([
    { type: 'dossier.receive', sent: false, clerkName: 'Nguyễn Thị Lan' },
  ]);
});

test('F9 pressed twice with one command id makes one dossier', async () => {
  const { core } = await anOpenCounter();
  const input = { commandId: webIds.uuidV7(), draft: aDraft() };
  const [first, second] = await Promise.all([core.call('receive', input), core.call('receive', input)]);
  expect(first.ok).toBe(true);
  expect(second).toEqual(first);
  expect(await core.call('receive', input)).toEqual(first);
  expect(await allRows(core)).toHaveLength(1);
});

test('an emptied database is made anew from the journal, and its numbers are not used again', async () => {
  const { core, machine } = await anOpenCounter();
  for (let n = 0; n < 3; n++) await receive(core);
  const before = await allRows(core);
  await core.close();
  machine.databases = new IDBFactory();
  const again = await reopened(machine);
  expect(await allRows(again)).toEqual(before);
  expect((await session(again)).repaired).toEqual({ code: 'store-rebuilt', count: 3 });
  expect((await receive(again)).provisionalCode).toContain('-00004-');
});

test('a power cut between journal and database leaves exactly one dossier after the restart', async () => {
  const machine = aMachine();
  let cut = false;
  const { core } = await anOpenCounter(machine);
  await receive(core);
  const { journalAppend } = machine.host;
  const dead = new Promise<never>(() => undefined);
  Object.assign(machine.host, {
    journalAppend: async (...input: Parameters<typeof journalAppend>) => {
      await journalAppend(...input);
      cut = true;
      return dead;
    },
  });
  void receive(core);
  await expect.poll(() => cut).toBe(true);
  Object.assign(machine.host, { journalAppend });
  const again = await reopened(machine);
  expect(await allRows(again)).toHaveLength(2);
  expect((await session(again)).repaired).toEqual({ code: 'store-caught-up', count: 1 });
  expect((await receive(again)).provisionalCode).toContain('-00003-');
});

test('an append whose answer is lost is found in the journal and answered as done', async () => {
  const machine = aMachine();
  const { core } = await anOpenCounter(machine);
  const { journalAppend } = machine.host;
  Object.assign(machine.host, {
    journalAppend: async (...input: Parameters<typeof journalAppend>) => {
      await journalAppend(...input);
      throw new HostError('host-gone');
    },
  });
  const input = { commandId: webIds.uuidV7(), draft: aDraft() };
  const answer = await core.call('receive', input);
  expect(answer.ok).toBe(true);
  Object.assign(machine.host, { journalAppend });
  expect(await core.call('receive', input)).toEqual(answer);
  expect((await receive(core)).provisionalCode).toContain('-00002-');
  expect(await allRows(core)).toHaveLength(2);
});

test('an append that did not happen changes nothing and can be tried again', async () => {
  const machine = aMachine();
  const { core } = await anOpenCounter(machine);
  const { journalAppend } = machine.host;
  Object.assign(machine.host, {
    journalAppend: async () => {
      throw new HostError('disk-full');
    },
  });
  const draft = aDraft();
  await core.call('saveDraft', { draft });
  const input = { commandId: webIds.uuidV7(), draft };
  expect(await core.call('receive', input)).toMatchObject({ ok: false, error: { code: 'disk-full' } });
  expect(await allRows(core)).toHaveLength(0);
  expect(((await seen(core, 'draft')) as ReceptionDraft).id).toBe(draft.id);
  Object.assign(machine.host, { journalAppend });
  expect((await receive(core, draft, input.commandId)).provisionalCode).toContain('-00001-');
});

test('a draft is back after a crash, from the database and from the host alone', async () => {
  const { core, machine } = await anOpenCounter();
  const draft = aDraft();
  await core.call('saveDraft', { draft });
  const again = await reopened(machine, core);
  expect(await seen(again, 'draft')).toEqual(JSON.parse(JSON.stringify(draft)));
  await again.close();
  machine.databases = new IDBFactory();
  const third = await reopened(machine);
  expect(((await seen(third, 'draft')) as ReceptionDraft).id).toBe(draft.id);
});

test('a save that was on its way while F9 finished does not bring the draft back', async () => {
  const { core, machine } = await anOpenCounter();
  const draft = aDraft();
  const [received] = await Promise.all([
    core.call('receive', { commandId: webIds.uuidV7(), draft }),
    core.call('saveDraft', { draft }),
  ]);
  expect(received.ok).toBe(true);
  expect(await seen(core, 'draft')).toBeUndefined();
  const again = await reopened(machine, core);
  expect(await seen(again, 'draft')).toBeUndefined();
});

test('each clerk has her own draft', async () => {
  const { core } = await anOpenCounter();
  const draft = aDraft();
  await core.call('saveDraft', { draft });
  await core.call('lock');
  await open(core, 'minh.tv');
  expect(await seen(core, 'draft')).toBeUndefined();
  await core.call('lock');
  await open(core);
  expect(((await seen(core, 'draft')) as ReceptionDraft).id).toBe(draft.id);
});

test('while locked nothing opened is shown and no command of the counter runs', async () => {
  const { core } = await anOpenCounter();
  await receive(core);
  await core.call('lock');
  expect(await allRows(core)).toHaveLength(0);
  expect(await core.call('receive', { commandId: webIds.uuidV7(), draft: aDraft() })).toMatchObject({
    ok: false,
    error: { code: 'locked' },
  });
  expect(await seen(core, 'line')).toMatchObject({ waiting: 1 });
});

test('after a restart the lock screen says how much waits, before anybody has unlocked', async () => {
  const { core, machine } = await anOpenCounter();
  await receive(core);
  await core.close();
  expect(await seen(core, 'line')).toMatchObject({ waiting: 1, filesWaiting: 1 });
  const again = machine.start();
  await again.call('demoLineState');
  expect(await session(again)).toMatchObject({ phase: 'locked' });
  expect(await seen(again, 'line')).toMatchObject({ waiting: 1, filesWaiting: 1 });
});

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

test('a nearly full disk refuses acts and files in words, and takes them again afterwards', async () => {
  const { core, machine } = await anOpenCounter();
  machine.disk.state = 'no-actions';
  const input = { commandId: webIds.uuidV7(), draft: aDraft() };
  expect(await core.call('receive', input)).toMatchObject({ ok: false, error: { code: 'disk-full' } });
  machine.disk.state = 'ok';
  expect((await core.call('receive', input)).ok).toBe(true);
});
