import { backoffMs } from './backoff.ts';
import { type BatchSize, isStuck, refused, shrunk } from './batch-size.ts';
import type { LineProblem } from './line-problem.ts';
import { POLL_MS, type SyncSession } from './session.ts';

const POLL_WITH_WORK_MS = 30_000;
const PERSON_MS = 15 * 60_000;

export interface Failure {
  readonly problem: LineProblem;
  /** operations in the failed push; absent when something else failed */
  readonly sent?: number;
  readonly now: number;
  readonly random: number;
  readonly workWaits: boolean;
  /** it was the probe that failed: that decides */
  readonly probing?: boolean;
}

/** An exchange brought nothing. */
export function afterFailure(session: SyncSession, failure: Failure): SyncSession {
  const { problem, sent, now } = failure;
  const failures = session.failures + 1;
  const batch = sent === undefined ? session.batch : batchAfter(session.batch, problem, sent);
  const next: SyncSession = {
    ...session,
    batch,
    failures,
    problem: problem.code,
    told: problem.policy === 'retry-after',
    retryAt: now + pauseMs({ ...failure, failures }),
    ...(isLost(session, failure) ? { line: 'offline', greeted: false } : {}),
    ...(problem.code === 'clock-skew' ? { probedAt: Number.NEGATIVE_INFINITY } : {}),
  };
  if (problem.code === 'device-unknown' && !session.registerAgain)
    return { ...next, registerAgain: true, retryAt: now };
  if (sent === undefined || problem.offline) return next;
  if (isStuck(batch, sent))
    return {
      ...next,
      problem: 'operation-undeliverable',
      retryAt: now,
      stuckUntil: now + backoffMs(batch.refusals + 4, failure.random),
    };
  return batch.limit < session.batch.limit
    ? { ...next, failures: 0, retryAt: now + backoffMs(1, failure.random) }
    : next;
}

/** One exchange lost on a line that was well is tried again as it is; the second in a row, or the probe, means offline. */
function isLost(session: SyncSession, { problem, probing }: Failure): boolean {
  const slip = problem.code === 'line-unreachable' || problem.code === 'answer-broken';
  if (slip && session.line === 'online' && session.failures === 0 && !probing) return false;
  return problem.offline || problem.policy === 'person';
}

function batchAfter(batch: BatchSize, problem: LineProblem, sent: number): BatchSize {
  if (problem.policy === 'shrink')
    return sent <= 1 && !problem.offline ? refused(batch, sent) : shrunk(batch, sent);
  return problem.policy === 'bisect' && !problem.offline ? refused(batch, sent) : batch;
}

function pauseMs(failure: Failure & { readonly failures: number }): number {
  const { problem, random, failures, workWaits } = failure;
  if (problem.policy === 'retry-after') return (problem.retryAfterMs ?? 30_000) + Math.floor(random * 1_000);
  if (problem.policy === 'person') return PERSON_MS;
  if (!problem.offline) return backoffMs(failures, random);
  return backoffMs(failures, random, workWaits ? POLL_WITH_WORK_MS : POLL_MS);
}
