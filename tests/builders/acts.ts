import { apply } from '../../shared/domain/apply.ts';
import type { Applied } from '../../shared/domain/apply-context.ts';
import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import type { Operation } from '../../shared/domain/operation.ts';
import { anOperation, anyContext, aReception } from './an-operation.ts';

/** Everything known, nothing in use, nothing moved away. */
export const context = anyContext();

/** The reception every story begins with. */
export const receive = (change: Record<string, unknown> = {}, id = 1) =>
  anOperation('dossier.receive', aReception(change), { id });

/** What an act that must take effect does. */
export function applied(entity: Dossier | undefined, operation: Operation): Applied {
  const result = apply(entity, operation, context);
  if (!result.ok) throw new Error(`${operation.type}: ${result.error.code}`);
  return result.value;
}

/** The dossier after these acts, every one of which must take effect. */
export function dossierAfter(...operations: readonly Operation[]): Dossier {
  let entity: Dossier | undefined;
  for (const operation of operations) entity = applied(entity, operation).entity;
  if (!entity) throw new Error('no operations');
  return entity;
}

/** Kind and code of a refusal, or that there was none. */
export function refusal(entity: Dossier | undefined, operation: Operation, special = context): string {
  const result = apply(entity, operation, special);
  return result.ok ? 'took effect' : `${result.error.kind}/${result.error.code}`;
}
