import { type BatchSize, firstBatchSize, grown } from './batch-size.ts';
import type { LineProblemCode } from './line-problem.ts';

export const POLL_MS = 60_000;

/**
 * What the engine knows of the line since it was started; nothing of it needs to survive. All moments are monotonic
 * milliseconds. Transitions are pure: session and event in, session out.
 */
export interface SyncSession {
  readonly line: 'unknown' | 'online' | 'offline';
  readonly problem?: LineProblemCode;
  readonly failures: number;
  /** nothing is sent before this moment */
  readonly retryAt: number;
  /** the gateway named that moment itself: no impatience shortens it */
  readonly told: boolean;
  readonly probedAt: number;
  /** said hello since the line came or the province's history changed */
  readonly greeted: boolean;
  /** the province does not know this device (any more): register before anything else */
  readonly registerAgain: boolean;
  /** the histories differ: a new epoch must begin before anything is pushed */
  readonly forked: boolean;
  /** highest seq the province holds of our epoch, as it last said */
  readonly provinceSeq?: number;
  readonly batch: BatchSize;
  /** pushing rests until then because one operation cannot be delivered; the other lanes go on */
  readonly stuckUntil: number;
  readonly pullAt: number;
}

export const freshSession: SyncSession = {
  line: 'unknown',
  failures: 0,
  retryAt: 0,
  told: false,
  probedAt: 0,
  greeted: false,
  registerAgain: false,
  forked: false,
  batch: firstBatchSize,
  stuckUntil: 0,
  pullAt: 0,
};

const calm = (session: SyncSession): SyncSession => {
  const { problem: _problem, ...rest } = session;
  return { ...rest, failures: 0, retryAt: 0, told: false };
};

/** The probe came back with its nonce: our gateway is there. */
export const afterProbe = (session: SyncSession, now: number): SyncSession => ({
  ...(session.stuckUntil > now ? session : calm(session)),
  line: 'online',
  probedAt: now,
});

/** Our keys are known there. */
export const afterRegister = (session: SyncSession): SyncSession => ({
  ...calm(session),
  registerAgain: false,
});

/** The province said where it stands; `greeted` only by a hello. */
export const afterHello = (session: SyncSession, provinceSeq: number): SyncSession => ({
  ...calm(session),
  greeted: true,
  forked: false,
  provinceSeq,
});

export const afterPush = (
  session: SyncSession,
  provinceSeq: number,
  now: number,
  tookMs: number,
): SyncSession => ({
  ...calm(session),
  provinceSeq,
  batch: grown(session.batch, tookMs),
  stuckUntil: 0,
  pullAt: now,
});

/** The province misses operations before the batch: it is sent again from where the province stands. */
export const afterGap = (session: SyncSession, provinceSeq: number): SyncSession => ({
  ...calm(session),
  provinceSeq,
});

export const afterPull = (session: SyncSession, more: boolean, now: number): SyncSession => ({
  ...(session.stuckUntil > now ? session : calm(session)),
  pullAt: more ? now : now + POLL_MS,
});

/** A file arrived; the rows that waited for it changed at the province. */
export const afterAttachment = (session: SyncSession, now: number): SyncSession => ({
  ...(session.stuckUntil > now ? session : calm(session)),
  pullAt: Math.min(session.pullAt, now + 5_000),
});

export const afterFork = (session: SyncSession): SyncSession => ({
  ...session,
  forked: true,
  greeted: false,
});

/** The new epoch stands on both sides, or the province's history changed: ask anew where it stands. */
export function afterNewHistory(session: SyncSession, now: number): SyncSession {
  const { provinceSeq: _seq, ...rest } = session;
  return { ...rest, forked: false, greeted: false, pullAt: now };
}

/** Something happened that may have changed the line (a commit, a person, the operating system): look at once. */
export function afterKick(session: SyncSession, now: number, lineMayDiffer: boolean): SyncSession {
  const waiting = session.told && session.retryAt > now;
  const next = {
    ...session,
    pullAt: lineMayDiffer ? now : session.pullAt,
    stuckUntil: lineMayDiffer ? 0 : session.stuckUntil,
  };
  if (waiting) return next;
  if (lineMayDiffer)
    return { ...next, retryAt: 0, failures: 0, probedAt: Number.NEGATIVE_INFINITY, greeted: false };
  return session.line === 'online' ? next : { ...next, retryAt: 0 };
}
