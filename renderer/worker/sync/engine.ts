import type { SyncEnginePorts } from './engine-ports.ts';
import { SyncLoop } from './sync-loop.ts';

export interface SyncEngine {
  /** something was written down (`work`), or the line may differ from what we think (`line`: network, resume, a person asks) */
  readonly kick: (cause?: 'work' | 'line') => void;
  /** nothing is sent while suspended; a running exchange ends first */
  readonly setSuspended: (suspended: boolean) => void;
  readonly demoLineChanged: () => void;
  /** resolves when the running step has ended */
  readonly stop: () => Promise<void>;
}

/** The only code that talks to the province: chooses one step (shared/sync), runs it, and chooses again. Starts at once. */
export function createSyncEngine(ports: SyncEnginePorts): SyncEngine {
  const loop = new SyncLoop(ports);
  const done = loop.run();
  return {
    kick: (cause = 'work') => loop.kick(cause),
    demoLineChanged: () => loop.kick('line'),
    setSuspended: (suspended) => loop.suspend(suspended),
    stop: () => {
      loop.stop();
      return done;
    },
  };
}
