import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { DossierDetail, ReceptionDraft } from '../../renderer/worker/api.ts';
import { webIds } from '../../renderer/worker/keys/web-crypto-ports.ts';
import { HostError } from '../../shared/host/host-error.ts';
import { aDraft } from '../builders/a-draft.ts';
import { aMachine, anOpenCounter, seen } from '../builders/a-machine.ts';
import { allRows, receive, reopened, sessionOf } from '../builders/at-the-counter.ts';

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
  expect((await sessionOf(again)).repaired).toEqual({ code: 'store-rebuilt', count: 3 });
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
  await expect.poll(() => cut, { timeout: 20_000 }).toBe(true);
  Object.assign(machine.host, { journalAppend });
  const again = await reopened(machine);
  expect(await allRows(again)).toHaveLength(2);
  expect((await sessionOf(again)).repaired).toEqual({ code: 'store-caught-up', count: 1 });
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
  expect(await sessionOf(again)).toMatchObject({ phase: 'locked' });
  expect(await seen(again, 'line')).toMatchObject({ waiting: 1, filesWaiting: 1 });
});

test('a nearly full disk refuses acts and files in words, and takes them again afterwards', async () => {
  const { core, machine } = await anOpenCounter();
  machine.disk.state = 'no-actions';
  const input = { commandId: webIds.uuidV7(), draft: aDraft() };
  expect(await core.call('receive', input)).toMatchObject({ ok: false, error: { code: 'disk-full' } });
  machine.disk.state = 'ok';
  expect((await core.call('receive', input)).ok).toBe(true);
});
