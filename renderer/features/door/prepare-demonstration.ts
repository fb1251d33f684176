import { DEMONSTRATION } from '../../../shared/host/demonstration.ts';
import { asHostError } from '../../../shared/host/host-error.ts';
import type { Page } from '../../app/page-context.ts';
import type { PageWorker } from '../../platform/page-worker.ts';
import type { Answer } from '../../worker/api.ts';

/** Enrols the demonstration with its own file and its published PIN; succeeds with nothing done when none is offered. */
export async function prepareDemonstration(
  offeredEnrolment: Page['offeredEnrolment'],
  run: PageWorker['run'],
): Promise<Answer<void>> {
  try {
    const file = await offeredEnrolment();
    if (file === undefined) return { ok: true, value: undefined };
    const offered = await run('readEnrolment', { file });
    if (!offered.ok) return offered;
    if (!offered.value.demonstration) return { ok: true, value: undefined };
    const secrets = offered.value.clerks.map(({ id }) => ({ clerk: id, secret: DEMONSTRATION.pin }));
    return await run('enrol', { file, secrets });
  } catch (error) {
    const known = asHostError(error);
    return { ok: false, error: { code: known?.code ?? 'unknown' } };
  }
}
