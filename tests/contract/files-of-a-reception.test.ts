import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { CoreParts } from '../../renderer/worker/boot/core-parts.ts';
import type { SyncEnginePorts } from '../../renderer/worker/sync/engine-ports.ts';
import { aDraft } from '../builders/a-draft.ts';
import { aMachine, anOpenCounter, open } from '../builders/a-machine.ts';
import { receive } from '../builders/at-the-counter.ts';

/** Parts of a window whose sync store the test holds. */
function watched(): { readonly parts: Partial<CoreParts>; readonly sync: () => SyncEnginePorts['store'] } {
  let ports: SyncEnginePorts | undefined;
  const sync = () => {
    if (!ports) throw new Error('not opened');
    return ports.store;
  };
  const parts: Partial<CoreParts> = {
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
  };
  return { parts, sync };
}

test('slip and papers of a reception wait for the province, also when the database was emptied', async () => {
  const first = watched();
  const { core, machine } = await anOpenCounter(aMachine(), first.parts);
  const bytes = new TextEncoder().encode('%PDF-1.4 paper startxref 0 %%EOF');
  const attached = await core.call('attach', { name: 'to-khai.pdf', bytes, source: 'file' });
  if (!attached.ok) throw new Error(attached.error.code);
  expect(await first.sync().attachmentsToSend(10)).toEqual([]);
  const draft = aDraft();
  const papers = draft.papers.map((paper, n) =>
    n === 0 ? { ...paper, attachments: [attached.value] } : paper,
  );
  await receive(core, { ...draft, papers });
  const waiting = await first.sync().attachmentsToSend(10);
  expect(waiting).toHaveLength(2);
  expect(waiting.map(({ sha256 }) => sha256)).toContain(attached.value.sha256);
  await core.close();
  machine.databases = new IDBFactory();
  const second = watched();
  await open(machine.start(second.parts));
  expect(await second.sync().attachmentsToSend(10)).toEqual(waiting);
  expect(await second.sync().attachmentBytes(attached.value.id)).toEqual(bytes);
});
