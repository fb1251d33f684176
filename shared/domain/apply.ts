import { err, type Result } from '../lib/result.ts';
import type { Applied, ApplyContext } from './apply-context.ts';
import { applyToDossier } from './dossier/apply-to-dossier.ts';
import type { Dossier } from './dossier/dossier.ts';
import type { Operation } from './operation.ts';
import type { Refusal } from './refusal.ts';

export type { Applied, ApplyContext } from './apply-context.ts';

/** The one pure step: entity and operation in, entity or refusal out. Dispatches to the entity's reducer (design §3). */
export function apply(
  entity: Dossier | undefined,
  operation: Operation,
  context: ApplyContext,
): Result<Applied, Refusal> {
  if (entity && entity.id !== operation.entity) return err({ kind: 'rejected', code: 'malformed' });
  return applyToDossier(entity, operation, context);
}
