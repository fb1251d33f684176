import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { ReceptionDraft } from '../../renderer/worker/api.ts';
import { webIds } from '../../renderer/worker/keys/web-crypto-ports.ts';
import { aDraft } from '../builders/a-draft.ts';
import { anOpenCounter, open, seen } from '../builders/a-machine.ts';
import { reopened } from '../builders/at-the-counter.ts';

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
