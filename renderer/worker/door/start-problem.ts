import { asHostError } from '../../../shared/host/host-error.ts';
import type { Problem } from '../api.ts';
import { StoreUnopenable } from '../boot/open-office.ts';
import { SealBroken } from '../keys/seal.ts';

/** A start that failed, as a code the clerk can read out. */
export function startProblem(error: unknown): Problem {
  const known = asHostError(error);
  if (known) return { code: known.code, detail: known.detail };
  if (error instanceof StoreUnopenable) return { code: 'store-unopenable', detail: error.message };
  if (error instanceof SealBroken) return { code: 'journal-damaged', detail: error.message };
  return { code: 'start-failed', detail: error instanceof Error ? error.name : '' };
}
