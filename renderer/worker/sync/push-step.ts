import { operationId } from '../../../shared/domain/operation-id.ts';
import { PROTOCOL, PushReply, type Verdict } from '../../../shared/protocol/messages.ts';
import { judgeHeard } from '../../../shared/sync/judge-heard.ts';
import * as after from '../../../shared/sync/session.ts';
import { broken, failed, type StepPorts, type StepState, stale } from './step-state.ts';
import type { SyncPosition } from './sync-store.ts';

/** of text; about a quarter of it travels */
const PUSH_BYTES = 2_000_000;

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

/** The empty push: both sides say where they stand. */
export async function hello(state: StepState, ports: StepPorts): Promise<after.SyncSession> {
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

/** Delivers operations from `from` on and stores their verdicts; an operation leaves the queue in no other way. */
export async function push(
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
  if (!answer.ok) return failed(state, ports, answer.error, { sent: batch.length });
  const reply = answer.value;
  const judged = await weigh(reply, state, ports);
  if (judged === 'stale') return failed(state, ports, stale);
  if (judged === 'forked') return after.afterFork(state.session);
  if (reply.status !== 'ok') return after.afterGap(state.session, reply.lastSeq);
  const sent = new Set(operations.map(({ bytes }) => operationId(bytes)));
  const verdicts = reply.verdicts.filter((verdict) => sent.has(verdict.operation));
  if (!answersAll(sent, verdicts)) return failed(state, ports, broken, { sent: batch.length });
  await ports.store.storeVerdicts(verdicts, { generation: reply.generation, time: reply.time });
  const session = after.afterPush(state.session, reply.lastSeq, ports.clock.monotonic(), tookMs);
  return judged === 'newGeneration' ? { ...session, greeted: false } : session;
}

/** An operation without a verdict has not been answered, whatever the reply calls itself. */
const answersAll = (sent: ReadonlySet<string | undefined>, verdicts: readonly Verdict[]): boolean =>
  new Set(verdicts.map((verdict) => verdict.operation)).size === sent.size;
