import { err, ok, type Result } from '../../../lib/result.ts';
import { localDayOf } from '../../../lib/vietnam-time.ts';
import type { Applied, ApplyContext } from '../../apply-context.ts';
import { DossierId } from '../../identity/ids.ts';
import type { Operation, OperationOf } from '../../operation.ts';
import type { PackSet } from '../../packs/pack-set.ts';
import { receivable } from '../../procedure/receivable.ts';
import type { Refusal } from '../../refusal.ts';
import { secretMarking } from '../../secrecy/secret-marking.ts';
import type { Dossier, FieldVersion, LostField } from '../dossier.ts';
import { isProvisionalCode } from '../provisional-code.ts';
import { recomputePromise } from '../recompute-promise.ts';
import { lostCalculations, writtenBy } from './field-merge.ts';
import { timelineEntry } from './timeline.ts';

type Receive = OperationOf<'dossier.receive'>;

/**
 * tiếp nhận hồ sơ — begins a dossier, or says why it cannot begin. A due moment or fee that the named rules compute
 * otherwise is no reason to refuse: the print stands and the other calculation is kept for a person.
 */
export function receiveDossier(
  entity: Dossier | undefined,
  operation: Receive,
  context: ApplyContext,
): Result<Applied, Refusal> {
  if (entity) return err({ kind: 'rejected', code: 'dossier-exists' });
  const packSet = context.packSet(operation.packs);
  if (!packSet) return err({ kind: 'rejected', code: 'pack-set-unknown' });
  const refusal =
    codeRefusal(operation, context) ??
    procedureRefusal(operation, packSet, context) ??
    secretRefusal(operation.payload.components, operation.payload.note);
  if (refusal) return err(refusal);
  const lost = lostCalculations(operation as Operation, recomputePromise(operation, packSet));
  return ok({ entity: begun(operation, lost), lost });
}

function codeRefusal({ payload, entity }: Receive, context: ApplyContext): Refusal | undefined {
  const { provisionalCode } = payload;
  if (!isProvisionalCode(provisionalCode)) {
    return { kind: 'rejected', code: 'code-invalid', detail: provisionalCode };
  }
  const owner = context.dossierByProvisionalCode(provisionalCode);
  if (owner === undefined || owner === entity) return undefined;
  return { kind: 'conflict', code: 'code-taken', detail: provisionalCode };
}

function procedureRefusal(
  { payload }: Receive,
  packSet: PackSet,
  context: ApplyContext,
): Refusal | undefined {
  const { code } = payload.procedure;
  if (context.movedElsewhere(code)) return { kind: 'rejected', code: 'procedure-elsewhere', detail: code };
  const found = receivable(packSet.content.procedures, code, localDayOf(Date.parse(payload.receivedAt)));
  return found.ok ? undefined : { kind: 'rejected', code: found.error, detail: code };
}

/** Papers marked as state secrets are never put in (R16); looks at names, file names and the note. */
export function secretRefusal(
  components: Receive['payload']['components'],
  note: string | undefined,
): Refusal | undefined {
  for (const component of components) {
    const names = [component.name, ...component.attachments.map((attachment) => attachment.name)];
    if (names.some(secretMarking)) {
      return { kind: 'rejected', code: 'secret-document', detail: component.key };
    }
  }
  if (note && secretMarking(note)) return { kind: 'rejected', code: 'secret-document', detail: 'note' };
  return undefined;
}

function begun(operation: Receive, lost: readonly LostField[]): Dossier {
  const first: FieldVersion = writtenBy(operation, 1);
  return {
    ...operation.payload,
    id: DossierId.parse(operation.entity),
    version: 1,
    status: 'received',
    packs: operation.packs,
    timeline: [timelineEntry(operation as Operation)],
    fieldVersions: { phone: first, email: first, address: first, note: first },
    lost,
  };
}
