import { afterFailure } from '../../../shared/sync/after-failure.ts';
import { nextStep, type SyncStep } from '../../../shared/sync/next-step.ts';
import { afterKick, freshSession, type SyncSession } from '../../../shared/sync/session.ts';
import type { LineNews, SyncEnginePorts } from './engine-ports.ts';
import { createGatewayLink } from './gateway-link.ts';
import { runStep } from './run-step.ts';
import { filesToSend, noSkippedFiles } from './send-attachment.ts';
import type { StepPorts, StepState } from './step-state.ts';

const LONGEST_SLEEP_MS = 10 * 60_000;

/** Chooses one step (shared/sync), runs it to its end, and chooses again; kicks and suspension take effect between steps. */
export class SyncLoop {
  private session: SyncSession = freshSession;
  private pendingKick: 'work' | 'line' | undefined;
  private suspended = false;
  private stopped = false;
  private lastContactAt: string | undefined;
  private published = '';
  private wake: () => void = () => {};
  private readonly steps: StepPorts;

  constructor(private readonly ports: SyncEnginePorts) {
    this.steps = { ...ports, link: createGatewayLink(ports), files: noSkippedFiles() };
  }

  kick(cause: 'work' | 'line'): void {
    if (this.pendingKick !== 'line') this.pendingKick = cause;
    this.wake();
  }

  suspend(suspended: boolean): void {
    this.suspended = suspended;
    this.kick('line');
  }

  stop(): void {
    this.stopped = true;
    this.wake();
  }

  async run(): Promise<void> {
    while (!this.stopped) {
      const woken = new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      if (this.suspended) {
        await woken;
        continue;
      }
      this.takeKick();
      const until = await this.oneStep();
      if (until !== undefined) await this.rest(until, woken);
    }
  }

  private takeKick(): void {
    if (this.pendingKick === undefined) return;
    this.session = afterKick(this.session, this.ports.clock.monotonic(), this.pendingKick === 'line');
    this.pendingKick = undefined;
  }

  /** Runs what is to be done, or answers until when there is nothing. A bug becomes a pause, never a dead loop. */
  private async oneStep(): Promise<number | undefined> {
    const { store, clock } = this.ports;
    let state: StepState = { position: idle, session: this.session, workWaits: true };
    try {
      const [position, firstUnanswered] = [await store.position(), await store.firstUnanswered()];
      const files = await filesToSend(store, this.steps.files, clock.monotonic());
      const workWaits = firstUnanswered !== undefined || files.length > 0;
      state = { position, session: this.session, workWaits };
      const facts = { position, firstUnanswered, filesWait: files.length > 0, session: this.session };
      const step: SyncStep = nextStep({ ...facts, now: clock.monotonic() });
      this.publish(step.kind !== 'wait');
      if (step.kind === 'wait') return step.until;
      this.adopt(await runStep(step, state, this.steps));
    } catch (error) {
      this.ports.onBug?.(error);
      const problem = { code: 'internal', policy: 'retry', offline: false } as const;
      const now = clock.monotonic();
      const failure = { problem, now, random: this.ports.ids.random(), workWaits: state.workWaits };
      this.session = afterFailure(this.session, failure);
      if (this.session.retryAt > now) return this.session.retryAt;
    }
    return undefined;
  }

  /** An exchange that ended in the gateway's own words, good or bad, is contact. */
  private adopt(session: SyncSession): void {
    if (session.line === 'online' && session.problem !== 'internal')
      this.lastContactAt = new Date(this.ports.clock.now()).toISOString();
    this.session = session;
  }

  private async rest(until: number, woken: Promise<void>): Promise<void> {
    if (this.pendingKick !== undefined) return;
    const ms = Math.min(Math.max(until - this.ports.clock.monotonic(), 0), LONGEST_SLEEP_MS);
    await (this.ports.sleep ?? sleepFor)(ms, woken);
  }

  private publish(busy: boolean): void {
    const { clock } = this.ports;
    const { line, problem, retryAt } = this.session;
    const pause = retryAt - clock.monotonic();
    const news: LineNews = {
      state: line,
      ...(problem && { reason: problem }),
      ...(this.lastContactAt && { lastContactAt: this.lastContactAt }),
      ...(pause > 0 && { nextTryAt: new Date(clock.now() + pause).toISOString() }),
      busy,
    };
    const text = JSON.stringify(news);
    if (text === this.published) return;
    this.published = text;
    this.ports.onLine(news);
  }
}

const idle = {
  registered: false,
  epoch: 1,
  lastSeq: 0,
  head: '0',
  acknowledged: 0,
  generation: 0,
  cursor: '0.0',
};

async function sleepFor(ms: number, wake: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([over, wake]);
  clearTimeout(timer);
}
