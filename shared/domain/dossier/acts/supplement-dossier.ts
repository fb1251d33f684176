import { err, ok, type Result } from '../../../lib/result.ts';
import type { Applied, ApplyContext } from '../../apply-context.ts';
import type { OperationOf } from '../../operation.ts';
import type { Refusal } from '../../refusal.ts';
import type { Dossier } from '../dossier.ts';
import type { DossierComponent } from '../payloads.ts';
import { recomputePromise } from '../recompute-promise.ts';
import { transitions } from '../transitions.ts';
import { lostCalculations } from './field-merge.ts';
import { statusMoved } from './move-dossier.ts';
import { secretRefusal } from './receive-dossier.ts';
import { advanced } from './timeline.ts';

/**
 * đã bổ sung — the missing papers arrive and the term is counted again from zero (R7): the new appointment replaces the old.
 * Nothing is taken away: papers are added to those already there, files by their content.
 */
export function supplementDossier(
  entity: Dossier,
  operation: OperationOf<'dossier.supplement'>,
  context: ApplyContext,
): Result<Applied, Refusal> {
  const { from, to } = transitions['dossier.supplement'];
  if (!from.includes(entity.status)) return statusMoved(entity);
  const { components, appointment } = operation.payload;
  const secret = secretRefusal(components, undefined);
  if (secret) return err(secret);
  const packSet = context.packSet(entity.packs);
  const lost = packSet ? lostCalculations(operation, recomputePromise(operation, packSet, entity)) : [];
  const change: Partial<Dossier> = {
    status: to ?? entity.status,
    components: joined(entity.components, components),
    appointment,
    lost: [...entity.lost, ...lost],
  };
  const text = components.map((component) => component.name).join('\n');
  return ok({ entity: advanced(entity, operation, change, text), lost });
}

/** A paper already listed takes the new counts and form and keeps its files beside the new ones; others are appended. */
function joined(
  present: readonly DossierComponent[],
  brought: readonly DossierComponent[],
): readonly DossierComponent[] {
  const byKey = new Map(present.map((component) => [component.key, component]));
  for (const component of brought) {
    const before = byKey.get(component.key)?.attachments ?? [];
    const held = new Set<string>(before.map((attachment) => attachment.sha256));
    const added = component.attachments.filter((attachment) => !held.has(attachment.sha256));
    const attachments = [...before, ...added];
    // A paper that was digitised once stays so, even when it is only shown the second time.
    const form = component.form === 'presented' && attachments.length > 0 ? 'copy' : component.form;
    byKey.set(component.key, { ...component, form, attachments });
  }
  return [...byKey.values()];
}
