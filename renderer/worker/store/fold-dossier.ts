import { apply } from '../../../shared/domain/apply.ts';
import type { ApplyContext } from '../../../shared/domain/apply-context.ts';
import type { Dossier } from '../../../shared/domain/dossier/dossier.ts';
import type { Operation } from '../../../shared/domain/operation.ts';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import type { OperationRecord } from './rows.ts';

export interface LocalOperation {
  readonly operation: Operation;
  readonly state: OperationRecord['state'];
  readonly result: OperationRecord['result'];
}

export interface Folded {
  readonly dossier: Dossier | undefined;
  /** waiting operations that no longer apply to what the province holds */
  readonly refused: readonly { readonly operation: Operation; readonly refusal: Refusal }[];
}

const refusing = new Set<OperationRecord['result']>(['conflict', 'rejected', 'blocked']);

/**
 * What the clerk sees: this device's operations over the province's row. An operation counts until the row itself
 * contains it; a refused one counts no more, except that a refused reception stays visible while the province has
 * no row at all, because the citizen holds its slip.
 */
export function foldDossier(
  province: Dossier | undefined,
  local: readonly LocalOperation[],
  context: ApplyContext,
): Folded {
  const absorbed = new Set(province?.timeline.map((entry) => entry.operation));
  let dossier = province;
  const refused: { operation: Operation; refusal: Refusal }[] = [];
  for (const { operation, state, result } of local) {
    if (absorbed.has(operation.id)) continue;
    const lastTrace = operation.type === 'dossier.receive' && !province;
    if (refusing.has(result) && !lastTrace) continue;
    const applied = apply(dossier, operation, context);
    if (applied.ok) dossier = applied.value.entity;
    else if (state === 'waiting') refused.push({ operation, refusal: applied.error });
  }
  return { dossier, refused };
}
