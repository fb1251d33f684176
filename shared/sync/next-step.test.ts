import { describe, expect, it } from 'vitest';
import { afterFailure } from './after-failure.ts';
import { nextStep, type SyncFacts } from './next-step.ts';
import { afterKick, freshSession, type SyncSession } from './session.ts';

const online: SyncSession = {
  ...freshSession,
  line: 'online',
  greeted: true,
  probedAt: 1_000,
  provinceSeq: 10,
  pullAt: 61_000,
};
const settled: SyncFacts = {
  position: { registered: true, epoch: 1, lastSeq: 10, head: 'h', generation: 1 },
  firstUnanswered: undefined,
  filesWait: false,
  session: online,
  now: 2_000,
};
const step = (changes: Partial<SyncFacts>) => nextStep({ ...settled, ...changes });

describe('the next step', () => {
  it('is rest until the next pull when all is well', () => {
    expect(step({})).toEqual({ kind: 'wait', until: 61_000 });
  });

  it('is to register before anything else', () => {
    const position = { ...settled.position, registered: false };
    expect(step({ position, firstUnanswered: 1, session: freshSession })).toEqual({ kind: 'register' });
  });

  it('is the probe while the line is unknown or was lost', () => {
    expect(step({ session: { ...online, line: 'offline' }, firstUnanswered: 3 })).toEqual({ kind: 'probe' });
  });

  it('is hello before the first push', () => {
    expect(step({ session: { ...online, greeted: false }, firstUnanswered: 3 })).toEqual({ kind: 'hello' });
  });

  it('is a new epoch before hello when the histories differ', () => {
    expect(step({ session: { ...online, greeted: false, forked: true } })).toEqual({ kind: 'beginEpoch' });
  });

  it('starts at the first operation without a verdict, although the province may have had it', () => {
    expect(step({ firstUnanswered: 4 })).toEqual({ kind: 'push', from: 4, limit: 50 });
  });

  it('goes back to what a restored province no longer holds', () => {
    expect(step({ session: { ...online, provinceSeq: 6 } })).toEqual({ kind: 'push', from: 7, limit: 50 });
  });

  it('sends operations before it pulls, and pulls before it sends files', () => {
    const session = { ...online, pullAt: 0 };
    expect(step({ session, firstUnanswered: 9, filesWait: true }).kind).toBe('push');
    expect(step({ session, filesWait: true }).kind).toBe('pull');
    expect(step({ filesWait: true }).kind).toBe('sendAttachment');
  });

  it('lets pulls and files go on while one operation cannot be delivered', () => {
    const session = { ...online, stuckUntil: 50_000 };
    expect(step({ session, firstUnanswered: 9, filesWait: true }).kind).toBe('sendAttachment');
    expect(step({ session, firstUnanswered: 9 })).toEqual({ kind: 'wait', until: 50_000 });
  });
});

describe('after a failure', () => {
  const told = { code: 'too-many', policy: 'retry-after', offline: false, retryAfterMs: 60_000 } as const;
  const lost = { code: 'line-unreachable', policy: 'retry', offline: true } as const;
  const failed = (problem: typeof told | typeof lost) =>
    afterFailure(online, { problem, now: 2_000, random: 0.5, workWaits: true });

  it('nothing is sent before the moment the gateway named, whatever is written down meanwhile', () => {
    const session = afterKick(failed(told), 3_000, false);
    expect(step({ session, firstUnanswered: 1, now: 61_000 })).toEqual({ kind: 'wait', until: 62_500 });
  });

  it('one exchange lost on a good line is tried again without asking who is there', () => {
    const session = failed(lost);
    expect(session).toMatchObject({ line: 'online', greeted: true, problem: 'line-unreachable' });
    expect(step({ session, firstUnanswered: 1, now: 5_000 }).kind).toBe('push');
  });

  it('two in a row, or a lost probe, mean offline', () => {
    const again = { problem: lost, now: 3_000, random: 0.5, workWaits: true };
    expect(afterFailure(failed(lost), again).line).toBe('offline');
    expect(afterFailure(online, { ...again, probing: true }).line).toBe('offline');
  });

  it('new work is tried at once on a line that was only lost', () => {
    const session = afterFailure(failed(lost), { problem: lost, now: 2_000, random: 0.5, workWaits: true });
    expect(step({ session, now: 2_500 }).kind).toBe('wait');
    expect(step({ session: afterKick(session, 2_500, false), now: 2_500 })).toEqual({ kind: 'probe' });
  });
});
