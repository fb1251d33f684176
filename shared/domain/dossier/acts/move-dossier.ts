import { err, ok, type Result } from '../../../lib/result.ts';
import type { Applied } from '../../apply-context.ts';
import type { Operation } from '../../operation.ts';
import type { Refusal } from '../../refusal.ts';
import type { Dossier } from '../dossier.ts';
import { type Transition, transitions } from '../transitions.ts';
import { fieldFate, lostText, writtenBy } from './field-merge.ts';
import { advanced } from './timeline.ts';

export type Move = Exclude<
  Operation,
  { type: 'dossier.receive' | 'dossier.amend' | 'dossier.forward' | 'dossier.supplement' }
>;

/** The row of the transition table an act follows. */
export const transitionOf = (operation: Move): Transition =>
  operation.type === 'dossier.stop'
    ? transitions[operation.payload.withdrawn ? 'withdraw' : 'stop']
    : transitions[operation.type];

/** Somebody else's act came first: the present state stands in the detail, the act's text is kept by the caller. */
export const statusMoved = (entity: Dossier): Result<Applied, Refusal> =>
  err({ kind: 'conflict', code: 'status-moved', detail: entity.status });

/**
 * chuyển trạng thái — moves a dossier along the transition table. A dossier already in the wanted state stays in it;
 * if this act says something else than the one that came first (another outcome, another reason) that text is kept as lost.
 */
export function moveDossier(entity: Dossier, operation: Move): Result<Applied, Refusal> {
  const { from, to } = transitionOf(operation);
  const text = textOf(operation);
  if (from.includes(entity.status)) {
    const outcome = operation.type === 'dossier.finish' ? { outcome: operation.payload.outcome } : {};
    return ok({
      entity: advanced(entity, operation, { ...outcome, status: to ?? entity.status }, text),
      lost: [],
    });
  }
  if (entity.status !== to) return statusMoved(entity);
  const earlier = entity.timeline.findLast((entry) => entry.type === operation.type);
  const lost = text && earlier?.text !== text ? [lostText(operation, operation.type, text)] : [];
  return ok({ entity: advanced(entity, operation, { lost: [...entity.lost, ...lost] }), lost });
}

/** What the act says in the clerk's own words. */
function textOf(operation: Move): string | undefined {
  switch (operation.type) {
    case 'dossier.accept':
      return undefined;
    case 'dossier.requestSupplement':
      return [operation.payload.reason, ...operation.payload.items.map((item) => `– ${item}`)].join('\n');
    case 'dossier.finish':
      return [operation.payload.outcome, operation.payload.note].filter(Boolean).join('\n');
    case 'dossier.returnResult':
      return operation.payload.to;
    case 'dossier.stop':
      return operation.payload.reason;
  }
}

/** chuyển xử lý (R4) — assigns a dossier; the state stays. An assignment the clerk had not seen wins, hers is kept as text. */
export function forwardDossier(
  entity: Dossier,
  operation: Extract<Operation, { type: 'dossier.forward' }>,
): Result<Applied, Refusal> {
  if (!transitions['dossier.forward'].from.includes(entity.status)) return statusMoved(entity);
  const { to, note } = operation.payload;
  const text = [to, note].filter(Boolean).join('\n');
  const fate = fieldFate(entity, operation, 'assignedTo', entity.assignedTo, to);
  if (fate === 'lost') {
    const lost = [lostText(operation, 'assignedTo', text)];
    return ok({ entity: advanced(entity, operation, { lost: [...entity.lost, ...lost] }), lost });
  }
  const change: Partial<Dossier> = {
    assignedTo: to,
    fieldVersions: { ...entity.fieldVersions, assignedTo: writtenBy(operation, entity.version + 1) },
  };
  return ok({ entity: advanced(entity, operation, change, text), lost: [] });
}
