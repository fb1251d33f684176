import type { AttentionItem } from '../api.ts';
import type { Office } from '../boot/office.ts';
import type { AttentionContent } from '../store/folded-dossier.ts';
import type { AttentionRecord } from '../store/rows.ts';
import { openRow } from '../store/sealed-row.ts';

/** Opens attention rows, newest first. */
export async function attentionItems(
  office: Office,
  rows: readonly AttentionRecord[],
): Promise<readonly AttentionItem[]> {
  const items: AttentionItem[] = [];
  for (const row of rows) {
    const content = await openRow<AttentionContent>(office.machine.dataKey, 'attention', row);
    items.push({ id: row.id, dossier: row.dossier, at: row.at, ...content });
  }
  return items.sort((a, b) => (a.at < b.at ? 1 : -1));
}
