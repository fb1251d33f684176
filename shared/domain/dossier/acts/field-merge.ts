import type { Operation } from '../../operation.ts';
import type { Dossier, FieldVersion, LostField } from '../dossier.ts';
import type { PromiseDifference } from '../recompute-promise.ts';

/** Texts of a dossier that several desks may write, merged one by one. */
export type MergedField = 'phone' | 'email' | 'address' | 'note' | 'assignedTo';

export type FieldFate = 'taken' | 'same' | 'lost';

/**
 * Three-way merge of one field: equal text changes nothing; text written by a clerk who saw the present version, or by
 * the device that wrote the present text itself, is taken; any other loses and is kept as text.
 */
export function fieldFate(
  entity: Dossier,
  operation: Pick<Operation, 'base' | 'device'>,
  field: MergedField,
  present: string | undefined,
  wanted: string,
): FieldFate {
  if ((present ?? '') === wanted) return 'same';
  const written = entity.fieldVersions[field];
  return !written || written.version <= operation.base || written.device === operation.device
    ? 'taken'
    : 'lost';
}

/** The record that a field was written by this operation at `version`. */
export const writtenBy = (operation: Pick<Operation, 'device'>, version: number): FieldVersion => ({
  version,
  device: operation.device,
});

/** Keeps a text that did not take effect, with who wrote it and when. */
export const lostText = (operation: Operation, field: string, value: string): LostField => ({
  field,
  value,
  operation: operation.id,
  at: operation.at,
  clerk: operation.clerk,
});

/**
 * What the rules compute otherwise than it was printed: the print stands, and both calculations are kept side by side for a
 * person, as `printed → computed`.
 */
export const lostCalculations = (
  operation: Operation,
  differences: readonly PromiseDifference[],
): readonly LostField[] =>
  differences.map(({ field, printed, computed }) =>
    lostText(operation, `promise.${field}`, `${printed || '—'} → ${computed || '—'}`),
  );
