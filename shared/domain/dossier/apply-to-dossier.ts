import { err, ok, type Result } from '../../lib/result.ts';
import type { Applied, ApplyContext } from '../apply-context.ts';
import type { Operation } from '../operation.ts';
import type { Refusal } from '../refusal.ts';
import { amendDossier } from './acts/amend-dossier.ts';
import { forwardDossier, moveDossier } from './acts/move-dossier.ts';
import { receiveDossier } from './acts/receive-dossier.ts';
import { supplementDossier } from './acts/supplement-dossier.ts';
import type { Dossier } from './dossier.ts';

/**
 * The reducer of hồ sơ. Every operation it accepts stands in the timeline, those that changed nothing included, and one that
 * already stands there does nothing again: a pull may bring a row that holds it before its verdict has arrived.
 */
export function applyToDossier(
  entity: Dossier | undefined,
  operation: Operation,
  context: ApplyContext,
): Result<Applied, Refusal> {
  if (entity?.timeline.some((step) => step.operation === operation.id)) {
    return ok({ entity, lost: entity.lost.filter((lost) => lost.operation === operation.id) });
  }
  if (operation.type === 'dossier.receive') return receiveDossier(entity, operation, context);
  if (!entity) return err({ kind: 'rejected', code: 'dossier-missing' });
  switch (operation.type) {
    case 'dossier.amend':
      return amendDossier(entity, operation);
    case 'dossier.forward':
      return forwardDossier(entity, operation);
    case 'dossier.supplement':
      return supplementDossier(entity, operation, context);
    default:
      return moveDossier(entity, operation);
  }
}
