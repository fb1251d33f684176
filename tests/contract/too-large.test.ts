import { expect, test } from 'vitest';
import type { DraftAttachment } from '../../renderer/worker/api.ts';
import { webIds } from '../../renderer/worker/keys/web-crypto-ports.ts';
import { aDraft } from '../builders/a-draft.ts';
import { aMachine, anOpenCounter } from '../builders/a-machine.ts';
import { receive } from '../builders/at-the-counter.ts';

test('a reception that could not be sent or read back is refused before it is written, and the next one goes on', async () => {
  const slip = { makeReceipt: async () => new TextEncoder().encode('%PDF-1.4 slip') };
  const { core, machine } = await anOpenCounter(aMachine(), slip);
  const pdf = new TextEncoder().encode('%PDF-1.4 startxref 0 %%EOF');
  const name = `${'tờ khai '.repeat(24).trim()}.pdf`;
  const attached = await core.call('attach', { name, bytes: pdf, source: 'file' });
  if (!attached.ok) throw new Error(attached.error.code);
  const draft = aDraft();
  const [paper] = draft.papers;
  if (!paper) throw new Error('paper expected');
  const attachments: DraftAttachment[] = Array.from({ length: 20 }, () => attached.value);
  const more = Array.from({ length: 40 }, (_, n) => ({ ...paper, key: `p${n}`, held: true, attachments }));
  const papers = [...draft.papers, ...more];
  const input = { commandId: webIds.uuidV7(), draft: { ...draft, papers } };
  expect(await core.call('receive', input)).toMatchObject({ ok: false, error: { code: 'draft-invalid' } });
  expect(machine.disk.journal).toHaveLength(0);
  expect((await receive(core)).provisionalCode).toContain('-00001-');
});
