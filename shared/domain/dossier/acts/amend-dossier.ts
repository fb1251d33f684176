import { err, ok, type Result } from '../../../lib/result.ts';
import type { Applied } from '../../apply-context.ts';
import type { OperationOf } from '../../operation.ts';
import type { Refusal } from '../../refusal.ts';
import type { Dossier, FieldVersion, LostField } from '../dossier.ts';
import { fieldFate, lostText, writtenBy } from './field-merge.ts';
import { secretRefusal } from './receive-dossier.ts';
import { advanced } from './timeline.ts';

type Field = keyof OperationOf<'dossier.amend'>['payload']['set'];
const FIELDS: readonly Field[] = ['phone', 'email', 'address', 'note'];

/** sửa thông tin liên hệ — merges each field by itself; what loses is kept as text and shown until a person closes it. */
export function amendDossier(
  entity: Dossier,
  operation: OperationOf<'dossier.amend'>,
): Result<Applied, Refusal> {
  const { set } = operation.payload;
  const secret = secretRefusal([], set.note);
  if (secret) return err(secret);
  const taken: Partial<Record<Field, string>> = {};
  const versions: Record<string, FieldVersion> = {};
  const lost: LostField[] = [];
  for (const field of FIELDS) {
    const wanted = set[field];
    if (wanted === undefined) continue;
    const present = field === 'note' ? entity.note : entity.applicant[field];
    const fate = fieldFate(entity, operation, field, present, wanted);
    if (fate === 'lost') lost.push(lostText(operation, field, wanted));
    if (fate !== 'taken') continue;
    taken[field] = wanted;
    versions[field] = writtenBy(operation, entity.version + 1);
  }
  const { note, ...contact } = taken;
  const change: Partial<Dossier> = {
    applicant: { ...entity.applicant, ...contact },
    ...(note === undefined ? {} : { note }),
    fieldVersions: { ...entity.fieldVersions, ...versions },
    lost: [...entity.lost, ...lost],
  };
  return ok({ entity: advanced(entity, operation, change, Object.keys(taken).join(', ')), lost });
}
