import type { SyncStep } from '../../../shared/sync/next-step.ts';
import { afterAttachment, type SyncSession } from '../../../shared/sync/session.ts';
import { beginEpoch, probe, register } from './greet-steps.ts';
import { pull } from './pull-step.ts';
import { hello, push } from './push-step.ts';
import { sendAttachment } from './send-attachment.ts';
import { failed, type StepPorts, type StepState } from './step-state.ts';

export type ActiveStep = Exclude<SyncStep, { kind: 'wait' }>;

/** Runs one step to its end: exchanges, stores what came, and answers the session after it. */
export async function runStep(step: ActiveStep, state: StepState, ports: StepPorts): Promise<SyncSession> {
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
        : afterAttachment(state.session, ports.clock.monotonic());
    }
  }
}
