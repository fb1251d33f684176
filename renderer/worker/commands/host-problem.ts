import { asHostError } from '../../../shared/host/host-error.ts';
import { err } from '../../../shared/lib/result.ts';
import type { Answer } from '../api.ts';
import { WriterClosed } from './writer.ts';

/** An expected failure of the host as a problem for the clerk; anything else is a bug. */
export function hostProblem(error: unknown): Answer<never> {
  if (error instanceof WriterClosed) return err({ code: 'taken-over' });
  const known = asHostError(error);
  if (!known) throw error;
  return err({ code: known.code, detail: known.detail });
}
