import type { Clock, IdSource } from '../../../shared/ports.ts';
import type { RegisterRequest } from '../../../shared/protocol/messages.ts';
import { afterFailure } from '../../../shared/sync/after-failure.ts';
import type { LineProblem } from '../../../shared/sync/line-problem.ts';
import type { SyncSession } from '../../../shared/sync/session.ts';
import type { GatewayLink } from './gateway-link.ts';
import type { SkippedFiles } from './send-attachment.ts';
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
  readonly session: SyncSession;
  readonly workWaits: boolean;
}

/** The session after an exchange that brought nothing; `sent` = operations in it. */
export function failed(
  state: StepState,
  ports: StepPorts,
  problem: LineProblem,
  kind: { readonly sent?: number; readonly probing?: boolean } = {},
): SyncSession {
  return afterFailure(state.session, {
    problem,
    ...kind,
    now: ports.clock.monotonic(),
    random: ports.ids.random(),
    workWaits: state.workWaits,
  });
}

/** an answer from before something we already know */
export const stale: LineProblem = { code: 'answer-stale', policy: 'retry', offline: false };
/** an answer that only looks like our gateway's */
export const foreign: LineProblem = { code: 'answer-foreign', policy: 'retry', offline: true };
/** an answer with a part missing */
export const broken: LineProblem = { code: 'answer-broken', policy: 'retry', offline: false };
