import type { Host } from '../../../shared/host/contract.ts';
import type { Clock, Digest, IdSource, Signer } from '../../../shared/ports.ts';
import type { RegisterRequest } from '../../../shared/protocol/messages.ts';
import type { LineView } from '../api.ts';
import type { SyncStore } from './sync-store.ts';

/** The engine's part of the line view; the counts are the store's. */
export type LineNews = Pick<LineView, 'state' | 'reason' | 'lastContactAt' | 'nextTryAt' | 'busy'>;

export interface SyncEnginePorts {
  readonly store: SyncStore;
  /** the device's, never a clerk's: an expired login does not stop delivery */
  readonly signer: Signer;
  readonly device: string;
  readonly host: Pick<Host, 'request'>;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly digest: Digest;
  readonly registration: RegisterRequest;
  readonly onLine: (news: LineNews) => void;
  /** province time from an authenticated probe */
  readonly heardTime: (serverIso: string, roundTripMs: number) => void;
  /** a bug inside a step; delivery goes on with a pause */
  readonly onBug?: (error: unknown) => void;
  /** resolves after `ms`, or at once when `wake` does; replaced by a virtual clock in simulations */
  readonly sleep?: (ms: number, wake: Promise<void>) => Promise<void>;
}
