import { EpochReply, PingReply, PROTOCOL, RegisterReply } from '../../../shared/protocol/messages.ts';
import * as after from '../../../shared/sync/session.ts';
import { failed, foreign, type StepPorts, type StepState, stale } from './step-state.ts';

const PING_TIMEOUT_MS = 10_000;

/** Brings our keys to the province; the same request again changes nothing. */
export async function register(state: StepState, ports: StepPorts): Promise<after.SyncSession> {
  const ask = { method: 'POST', path: '/v1/register', message: ports.registration } as const;
  const { answer } = await ports.link.ask(ask, RegisterReply);
  if (!answer.ok) return failed(state, ports, answer.error);
  await ports.store.markRegistered();
  return after.afterRegister(state.session);
}

/** Only our own gateway can answer a signed request with its nonce: a captive portal cannot. */
export async function probe(state: StepState, ports: StepPorts): Promise<after.SyncSession> {
  const nonce = ports.ids.randomHex(16);
  const ask = { method: 'GET', path: `/v1/ping?nonce=${nonce}`, timeoutMs: PING_TIMEOUT_MS } as const;
  const { answer, tookMs } = await ports.link.ask(ask, PingReply);
  if (!answer.ok) return failed(state, ports, answer.error, { probing: true });
  const { nonce: returned, device, time, generation } = answer.value;
  if (returned !== nonce || device !== ports.device) return failed(state, ports, foreign, { probing: true });
  if (generation < state.position.generation) return failed(state, ports, stale);
  ports.link.heardTime(time, tookMs);
  ports.heardTime(time, tookMs);
  const session = after.afterProbe(state.session, ports.clock.monotonic());
  return generation > state.position.generation ? { ...session, greeted: false } : session;
}

/** The histories differ: continues under a new epoch. */
export async function beginEpoch(state: StepState, ports: StepPorts): Promise<after.SyncSession> {
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
