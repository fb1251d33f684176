import { asHostError } from '../../../shared/host/host-error.ts';
import { err } from '../../../shared/lib/result.ts';
import type { Answer } from '../api.ts';

/** An expected failure of the host as a problem for the clerk; anything else is a bug. */
export function hostProblem(error: unknown): Answer<never> {
  const known = asHostError(error);
  if (!known) throw error;
  return err({ code: known.code, detail: known.detail });
}
