import type { Verdict } from '../../../shared/protocol/messages.ts';
import type { Office } from '../boot/office.ts';
import { attentionWrite } from '../store/attention.ts';
import type { LocalOperation } from '../store/fold-dossier.ts';
import type { FoldedDossier } from '../store/folded-dossier.ts';
import { markWrite, readMark } from '../store/marks.ts';
import { openOperation, refold } from '../store/refold.ts';
import type { AttentionRecord } from '../store/rows.ts';
import { sealRow } from '../store/sealed-row.ts';
import type { Write } from '../store/work-store.ts';

/**
 * Stores final verdicts in one transaction. What took no effect, wholly or in part, becomes an attention item with the
 * clerk's text; an operation never leaves the queue any other way. The verdict already stored changes nothing; another one comes
 * only from a province that was restored and judged anew, and then it is the one that counts.
 */
export async function storeVerdicts(
  office: Office,
  verdicts: readonly Verdict[],
  generation: number,
): Promise<void> {
  const writes: Write[] = [];
  const local = new Map<string, LocalOperation[]>();
  const attention = new Map<string, AttentionRecord[]>();
  for (const verdict of verdicts) {
    const row = await office.store.get('operations', verdict.operation);
    if (!row || row.result === verdict.result) continue;
    const { operation, signed } = await openOperation(office.machine.dataKey, row);
    const rev = row.rev + 1;
    const c = await sealRow(office.machine.dataKey, 'operations', row.id, rev, signed);
    writes.push({ put: 'operations', row: { ...row, rev, state: 'answered', result: verdict.result, c } });
    push(local, row.entity, { operation, state: 'answered', result: verdict.result });
    if (verdict.result === 'applied') continue;
    const code = verdict.code ?? verdict.result;
    const item = await attentionWrite(office.machine.dataKey, operation, verdict.result, code, verdict.lost);
    writes.push(item);
    push(attention, row.entity, item.row);
  }
  const folded: FoldedDossier[] = [];
  for (const [entity, operations] of local) {
    const again = await refold(office, entity, { operations, attention: attention.get(entity) ?? [] });
    writes.push(...again.writes);
    if (again.folded) folded.push(again.folded);
  }
  const province = await readMark(office.store, 'province');
  writes.push(markWrite('province', { ...province, generation: Math.max(province.generation, generation) }));
  await office.store.commit(writes);
  for (const dossier of folded) office.shelf.put(dossier);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}
