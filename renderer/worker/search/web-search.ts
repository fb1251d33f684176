import { dexieSnapshotStore } from './dexie-snapshot-store.ts';
import type { SnapshotStore } from './snapshot.ts';

/** What search needs of its surroundings besides keys and clock. */
export interface SearchPorts {
  /** where the sealed index of a workspace is kept */
  readonly store: (name: string) => SnapshotStore;
  /** lets everything that waits have its turn */
  readonly rest: () => Promise<void>;
  /** runs something when nothing has changed for a while; the answer calls it off */
  readonly later: (run: () => void) => () => void;
}

const QUIET_MS = 20_000;

/** Dexie and timers of this worker. */
export const webSearch: SearchPorts = {
  store: dexieSnapshotStore,
  rest: () => new Promise((resolve) => setTimeout(resolve)),
  later: (run) => {
    const timer = setTimeout(run, QUIET_MS);
    return () => clearTimeout(timer);
  },
};
