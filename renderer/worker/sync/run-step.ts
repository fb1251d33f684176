import { operationId } from '../../../shared/domain/operation-id.ts';
import type { Clock, IdSource } from '../../../shared/ports.ts';
import {
  EpochReply,
  PingReply,
  PROTOCOL,
  PullReply,
  PushReply,
  RegisterReply,
  type RegisterRequest,
  type Verdict,
} from '../../../shared/protocol/messages.ts';
import { judgeHeard } from '../../../shared/sync/judge-heard.ts';
import type { LineProblem } from '../../../shared/sync/line-problem.ts';
import type { SyncStep } from '../../../shared/sync/next-step.ts';
import * as after from '../../../shared/sync/session.ts';
import type { GatewayLink } from './gateway-link.ts';
import { type SkippedFiles, sendAttachment } from './send-attachment.ts';
import type { SyncPosition, SyncStore } from './sync-store.ts';

export interface StepPorts {
  readonly store: SyncStore;
  readonly link: GatewayLink;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly device: string;
  readonly registration: RegisterRequest;
  readonly heardTime: (serverIso: string, roundTripMs: number) => void;
  readonly files: SkippedFiles;
}

/** What a step sees: where the device stood when it was chosen, and the session then. */
export interface StepState {
  readonly position: SyncPosition;
  readonly session: after.SyncSession;
  readonly workWaits: boolean;
}

const PING_TIMEOUT_MS = 10_000;
const PULL_LIMIT = 500;
/** of text; about a quarter of it travels */
const PUSH_BYTES = 2_000_000;

export type ActiveStep = Exclude<SyncStep, { kind: 'wait' }>;

/** Runs one step to its end: exchanges, stores what came, and answers the session after it. */
export async function runStep(
  step: ActiveStep,
  state: StepState,
  ports: StepPorts,
): Promise<after.SyncSession> {
  switch (step.kind) {
    case 'register':
      return register(state, ports);
    case 'probe':
      return probe(state, ports);
    case 'hello':
      return hello(state, ports);
    case 'beginEpoch':
      return beginEpoch(state, ports);
    case 'push':
      return push(step.from, step.limit, state, ports);
    case 'pull':
      return pull(state, ports);
    case 'sendAttachment': {
      const problem = await sendAttachment(ports.store, ports.link, ports.clock, ports.files);
      return problem
        ? failed(state, ports, problem)
        : after.afterAttachment(state.session, ports.clock.monotonic());
    }
  }
}

function failed(state: StepState, ports: StepPorts, problem: LineProblem, sent?: number): after.SyncSession {
  return after.afterFailure(state.session, {
    problem,
    ...(sent !== undefined && { sent }),
    now: ports.clock.monotonic(),
    random: ports.ids.random(),
    workWaits: state.workWaits,
  });
}

const stale: LineProblem = { code: 'answer-stale', policy: 'retry', offline: false };
const foreign: LineProblem = { code: 'answer-foreign', policy: 'retry', offline: true };
const broken: LineProblem = { code: 'answer-broken', policy: 'retry', offline: false };

async function register(state: StepState, ports: StepPorts): Promise<after.SyncSession> {
  const ask = { method: 'POST', path: '/v1/register', message: ports.registration } as const;
  const { answer } = await ports.link.ask(ask, RegisterReply);
  if (!answer.ok) return failed(state, ports, answer.error);
  await ports.store.markRegistered();
  return after.afterRegister(state.session);
}

/** Only our own gateway can answer a signed request with its nonce: a captive portal cannot. */
async function probe(state: StepState, ports: StepPorts): Promise<after.SyncSession> {
  const nonce = ports.ids.randomHex(16);
  const ask = { method: 'GET', path: `/v1/ping?nonce=${nonce}`, timeoutMs: PING_TIMEOUT_MS } as const;
  const { answer, tookMs } = await ports.link.ask(ask, PingReply);
  if (!answer.ok) return failed(state, ports, answer.error);
  const { nonce: returned, device, time, generation } = answer.value;
  if (returned !== nonce || device !== ports.device) return failed(state, ports, foreign);
  if (generation < state.position.generation) return failed(state, ports, stale);
  ports.link.heardTime(time, tookMs);
  ports.heardTime(time, tookMs);
  const session = after.afterProbe(state.session, ports.clock.monotonic());
  return generation > state.position.generation ? { ...session, greeted: false } : session;
}

const pushRequest = (position: SyncPosition, operations: readonly unknown[]) => ({
  method: 'POST' as const,
  path: '/v1/push',
  message: {
    protocol: PROTOCOL,
    epoch: position.epoch,
    generation: position.generation,
    acknowledged: position.acknowledged,
    operations,
  },
});

async function hello(state: StepState, ports: StepPorts): Promise<after.SyncSession> {
  const { answer } = await ports.link.ask(pushRequest(state.position, []), PushReply);
  if (!answer.ok) return failed(state, ports, answer.error);
  const reply = answer.value;
  const judged = await weigh(reply, state, ports);
  if (judged === 'stale') return failed(state, ports, stale);
  if (judged === 'forked') return after.afterFork(state.session);
  return after.afterHello(state.session, reply.lastSeq);
}

/** Weighs a reply against what we know, and lets the store forget the rows of a province that was restored. */
async function weigh(
  reply: PushReply,
  { position }: StepState,
  { store }: StepPorts,
): Promise<'stale' | 'forked' | 'current' | 'newGeneration'> {
  const present = await store.position();
  if (present.epoch !== position.epoch || reply.generation < present.generation) return 'stale';
  const contradicts = reply.status === 'fork' || reply.status === 'badEpoch';
  const verdict = judgeHeard(present, reply);
  if (verdict === 'stale' && reply.status !== 'badEpoch') return 'stale';
  if (reply.generation > present.generation) await store.newGeneration(reply.generation);
  return contradicts ? 'forked' : verdict;
}

async function beginEpoch(state: StepState, ports: StepPorts): Promise<after.SyncSession> {
  const token = await ports.store.epochToken();
  const above = state.position.epoch - 1;
  const ask = { method: 'POST', path: '/v1/epoch', message: { protocol: PROTOCOL, token, above } } as const;
  const { answer } = await ports.link.ask(ask, EpochReply);
  if (!answer.ok) return failed(state, ports, answer.error);
  const { epoch, generation } = answer.value;
  if (generation < state.position.generation || epoch < state.position.epoch)
    return failed(state, ports, stale);
  // the same epoch too: it may be one that was begun here first, and the token is used up
  await ports.store.beginEpoch(epoch);
  return after.afterNewHistory(state.session, ports.clock.monotonic());
}

async function push(
  from: number,
  limit: number,
  state: StepState,
  ports: StepPorts,
): Promise<after.SyncSession> {
  const batch = await ports.store.operationsFrom(from, limit, PUSH_BYTES);
  // an operation the province asks for is no longer kept: only a new epoch can carry what is left
  if (batch[0]?.seq !== from) return after.afterFork(state.session);
  const operations = batch.map(({ operation }) => operation);
  const { answer, tookMs } = await ports.link.ask(pushRequest(state.position, operations), PushReply);
  if (!answer.ok) return failed(state, ports, answer.error, batch.length);
  const reply = answer.value;
  const judged = await weigh(reply, state, ports);
  if (judged === 'stale') return failed(state, ports, stale);
  if (judged === 'forked') return after.afterFork(state.session);
  if (reply.status !== 'ok') return after.afterGap(state.session, reply.lastSeq);
  const sent = new Set(operations.map(({ bytes }) => operationId(bytes)));
  const verdicts = reply.verdicts.filter((verdict) => sent.has(verdict.operation));
  if (!answersAll(sent, verdicts)) return failed(state, ports, broken, batch.length);
  await ports.store.storeVerdicts(verdicts, { generation: reply.generation, time: reply.time });
  const session = after.afterPush(state.session, reply.lastSeq, ports.clock.monotonic(), tookMs);
  return judged === 'newGeneration' ? { ...session, greeted: false } : session;
}

/** An operation without a verdict has not been answered, whatever the reply calls itself. */
const answersAll = (sent: ReadonlySet<string | undefined>, verdicts: readonly Verdict[]): boolean =>
  new Set(verdicts.map((verdict) => verdict.operation)).size === sent.size;

async function pull(state: StepState, ports: StepPorts): Promise<after.SyncSession> {
  const { cursor, generation } = state.position;
  const path = `/v1/pull?cursor=${cursor}&limit=${PULL_LIMIT}`;
  const { answer } = await ports.link.ask({ method: 'GET', path }, PullReply);
  if (!answer.ok) return failed(state, ports, answer.error);
  const reply = answer.value;
  const now = ports.clock.monotonic();
  if (reply.generation < generation) return failed(state, ports, stale);
  if (reply.generation > generation) {
    await ports.store.newGeneration(reply.generation);
    return after.afterNewHistory(state.session, now);
  }
  const stored = await ports.store.storePull(reply, cursor);
  return after.afterPull(state.session, reply.more || !stored, now);
}
