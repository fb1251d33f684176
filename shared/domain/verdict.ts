import type { Result } from '../lib/result.ts';
import type { Applied } from './apply-context.ts';
import type { LostField } from './dossier/dossier.ts';
import type { Operation } from './operation.ts';
import type { Refusal, RefusalCode } from './refusal.ts';

export type VerdictResult = 'applied' | 'merged' | Refusal['kind'];

/** trả lời của tỉnh — the final answer to one operation, as counter, gateway and simulator reach it from the same rules. */
export interface Judgement {
  readonly result: VerdictResult;
  readonly code?: RefusalCode;
  readonly detail?: string;
  readonly lost?: readonly Pick<LostField, 'field' | 'value'>[];
}

/** Turns the outcome of `apply` into the verdict it means. */
export function verdictOf(outcome: Result<Applied, Refusal>): Judgement {
  if (!outcome.ok) {
    const { kind, code, detail } = outcome.error;
    return { result: kind, code, ...(detail === undefined ? {} : { detail }) };
  }
  const lost = outcome.value.lost.map(({ field, value }) => ({ field, value }));
  return lost.length === 0 ? { result: 'applied' } : { result: 'merged', lost };
}

/**
 * An operation takes no effect when one it depends on took none. `resultOf` answers the stored verdict of an operation,
 * undefined when it has never been heard of, which blocks as well: what it builds on is not there.
 */
export function dependencyRefusal(
  operation: Pick<Operation, 'deps'>,
  resultOf: (id: string) => VerdictResult | undefined,
): Refusal | undefined {
  const failed = operation.deps.find((id) => {
    const result = resultOf(id);
    return result !== 'applied' && result !== 'merged';
  });
  return failed === undefined ? undefined : { kind: 'blocked', code: 'dependency-refused', detail: failed };
}
