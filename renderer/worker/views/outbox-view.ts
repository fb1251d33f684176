import type { OutboxEntry, OutboxView } from '../api.ts';
import type { Office } from '../boot/office.ts';
import { openOperation } from '../store/refold.ts';
import { attentionItems } from './attention-items.ts';

/** việc chờ gửi — every operation without an answer, oldest first, and everything that waits for a person. */
export async function outboxView(office: Office): Promise<OutboxView> {
  const attention = await attentionItems(office, await office.store.all('attention'));
  const doubtful = new Set(attention.map(({ id }) => id));
  const filesByDossier = new Map<string, number>();
  for (const { dossier } of await office.store.attachmentsInState('waiting'))
    filesByDossier.set(dossier, (filesByDossier.get(dossier) ?? 0) + 1);
  const entries: OutboxEntry[] = [];
  for (const row of await office.store.unansweredOperations()) {
    const { signed } = await openOperation(office.machine.dataKey, row);
    const dossier = office.shelf.get(row.entity)?.dossier;
    entries.push({
      operation: row.id,
      dossier: row.entity,
      code: dossier?.officialCode ?? dossier?.provisionalCode ?? '',
      name: dossier?.applicant.name ?? '',
      type: row.type,
      at: row.at,
      state: doubtful.has(row.id) ? 'attention' : 'waiting',
      bytes: signed.bytes.length,
      filesWaiting: filesByDossier.get(row.entity) ?? 0,
    });
    // told once, at the first act that waits
    filesByDossier.delete(row.entity);
  }
  return { entries, attention };
}
