import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { dialogPrinter } from '../../electron/host/printing.ts';
import { createHost, type RunningHost } from '../../electron/host/services.ts';
import { readSettings } from '../../electron/host/settings.ts';
import type { DossierList, ReceptionDraft } from '../../renderer/worker/api.ts';
import { webIds } from '../../renderer/worker/keys/web-crypto-ports.ts';
import { aDraft } from '../builders/a-draft.ts';
import { aMachine, anOpenCounter, open, seen } from '../builders/a-machine.ts';
import { temporaryFolder } from './temporary-folder.ts';

const hostAt = (folder: string): RunningHost =>
  createHost({
    target: 'web',
    version: '0.0.0-test',
    settings: readSettings('demo', {
      TRAM_DATA_DIR: folder,
      TRAM_RESERVE_MB: '1',
      TRAM_PRINT_DIR: `${folder}/prints`,
    }),
    printer: dialogPrinter,
    onEvent: () => undefined,
  });

test('on a real disk: received, host and window gone, database lost, and everything is back', async () => {
  const folder = temporaryFolder();
  const first = hostAt(folder);
  const { core, machine } = await anOpenCounter(aMachine(), { host: first.host });
  const pdf = new TextEncoder().encode('%PDF-1.4 startxref 0 %%EOF');
  const file = await core.call('attach', { name: 'to-khai.pdf', bytes: pdf, source: 'file' });
  if (!file.ok) throw new Error(file.error.code);
  const draft = aDraft();
  const papers = draft.papers.map((paper) => ({ ...paper, attachments: [file.value] }));
  const received = await core.call('receive', { commandId: webIds.uuidV7(), draft: { ...draft, papers } });
  if (!received.ok) throw new Error(received.error.code);
  const next = aDraft();
  await core.call('saveDraft', { draft: next });
  await core.close();
  await first.close();

  const second = hostAt(folder);
  machine.databases = new IDBFactory();
  const again = machine.start({ host: second.host });
  await open(again);
  const { rows } = (await seen(again, 'dossiers', { tab: 'all', query: '' })) as DossierList;
  expect(rows.map(({ code }) => code)).toEqual([received.value.provisionalCode]);
  expect(((await seen(again, 'draft')) as ReceptionDraft).id).toBe(next.id);
  const bytes = await again.call('attachmentBytes', { id: file.value.id });
  expect(bytes.ok && new TextDecoder().decode(bytes.value.bytes)).toContain('%PDF-1.4');
  const printed = await again.call('printReceipt', { dossier: received.value.dossier, reprint: true });
  expect(printed).toMatchObject({ ok: true, value: { via: 'folder' } });
  await again.close();
  await second.close();
});
