import { err, type Result } from '../lib/result.ts';
import { applyToDossier } from './dossier/apply-to-dossier.ts';
import type { Dossier, LostField } from './dossier/dossier.ts';
import type { Operation } from './operation.ts';
import type { PackSet } from './packs/pack-set.ts';
import type { Refusal } from './refusal.ts';

/** What a reducer may look at besides the entity: read-only, already loaded. */
export interface ApplyContext {
  /** the pack set an operation names, or undefined when it is not known here */
  readonly packSet: (hash: string) => PackSet | undefined;
  /** owner of a provisional code, when it is in use already */
  readonly dossierByProvisionalCode: (code: string) => string | undefined;
  /** procedures the province has moved to another system since the pack was signed; always false at the counter */
  readonly movedElsewhere: (procedureCode: string) => boolean;
}

export interface Applied {
  readonly entity: Dossier;
  /** texts of this operation that did not take effect although the rest did */
  readonly lost: readonly LostField[];
}

/** The one pure step: entity and operation in, entity or refusal out. Dispatches to the entity's reducer (design §3). */
export function apply(
  entity: Dossier | undefined,
  operation: Operation,
  context: ApplyContext,
): Result<Applied, Refusal> {
  if (entity && entity.id !== operation.entity) return err({ kind: 'rejected', code: 'malformed' });
  return applyToDossier(entity, operation, context);
}
