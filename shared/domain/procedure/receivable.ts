import { err, ok, type Result } from '../../lib/result.ts';
import type { Procedure } from './procedure.ts';

export type NotReceivable = 'procedure-unknown' | 'procedure-not-in-force' | 'procedure-elsewhere';

/** True when the procedure is in force on a local day (both ends included). */
export const inForceOn = (procedure: Procedure, day: string): boolean =>
  procedure.effectiveFrom <= day && (procedure.effectiveTo === undefined || day <= procedure.effectiveTo);

/**
 * The version of a procedure that this counter may receive on a local day, or why not. A code may stand several times
 * with different effective dates; the one in force counts.
 */
export function receivable(
  procedures: readonly Procedure[],
  code: string,
  day: string,
): Result<Procedure, NotReceivable> {
  const versions = procedures.filter((procedure) => procedure.code === code);
  const procedure = versions.find((version) => inForceOn(version, day));
  if (!procedure) return err(versions.length === 0 ? 'procedure-unknown' : 'procedure-not-in-force');
  return procedure.systemOfRecord === 'province' ? ok(procedure) : err('procedure-elsewhere');
}
