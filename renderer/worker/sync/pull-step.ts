import { PullReply } from '../../../shared/protocol/messages.ts';
import * as after from '../../../shared/sync/session.ts';
import { failed, type StepPorts, type StepState, stale } from './step-state.ts';

const PULL_LIMIT = 500;

/** Fetches one page of what changed at the province. */
export async function pull(state: StepState, ports: StepPorts): Promise<after.SyncSession> {
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
