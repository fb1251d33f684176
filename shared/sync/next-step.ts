import type { SyncSession } from './session.ts';

/** Where this device stands towards the province, as its store says. */
export interface DevicePosition {
  readonly registered: boolean;
  readonly epoch: number;
  readonly lastSeq: number;
  readonly head: string;
  readonly generation: number;
}

export interface SyncFacts {
  readonly position: DevicePosition;
  /** first seq without a stored verdict */
  readonly firstUnanswered: number | undefined;
  readonly filesWait: boolean;
  readonly session: SyncSession;
  /** monotonic milliseconds */
  readonly now: number;
}

export type SyncStep =
  | { readonly kind: 'register' | 'probe' | 'hello' | 'beginEpoch' | 'pull' | 'sendAttachment' }
  | { readonly kind: 'push'; readonly from: number; readonly limit: number }
  | { readonly kind: 'wait'; readonly until: number };

const PROBE_EVERY_MS = 10 * 60_000;

/** The one next thing to do, by lane: who we are, whether the line is there, operations, pull, files, rest. Pure. */
export function nextStep(facts: SyncFacts): SyncStep {
  const { session, now, position } = facts;
  if (session.retryAt > now) return { kind: 'wait', until: session.retryAt };
  if (!position.registered || session.registerAgain) return { kind: 'register' };
  if (session.line !== 'online' || now - session.probedAt >= PROBE_EVERY_MS) return { kind: 'probe' };
  if (session.forked) return { kind: 'beginEpoch' };
  if (!session.greeted) return { kind: 'hello' };
  const from = firstToSend(facts);
  if (from !== undefined && session.stuckUntil <= now)
    return { kind: 'push', from, limit: session.batch.limit };
  if (session.pullAt <= now) return { kind: 'pull' };
  if (facts.filesWait) return { kind: 'sendAttachment' };
  const probe = session.probedAt + PROBE_EVERY_MS;
  const stuck = from === undefined ? Number.POSITIVE_INFINITY : session.stuckUntil;
  return { kind: 'wait', until: Math.min(session.pullAt, probe, stuck) };
}

/**
 * First seq the province must get: one without a stored verdict (its reply was lost, or it never went), or one that a restored
 * province no longer holds although it had answered it.
 */
function firstToSend({ position, firstUnanswered, session }: SyncFacts): number | undefined {
  const unknownThere = (session.provinceSeq ?? position.lastSeq) + 1;
  const from = Math.min(firstUnanswered ?? unknownThere, unknownThere);
  return from <= position.lastSeq ? from : undefined;
}
