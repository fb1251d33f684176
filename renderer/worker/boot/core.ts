import type { HostEvent } from '../../../shared/host/contract.ts';
import type { CommandName, Commands } from '../api.ts';
import { createDoor } from '../door/door.ts';
import { computeView } from '../views/compute-view.ts';
import { createSubscriptions, type Subscriptions } from '../views/subscriptions.ts';
import { createCommands } from './command-table.ts';
import type { CoreParts } from './core-parts.ts';
import { createDelivery } from './delivery.ts';

/** The worker without its message port: named commands, live views and what the host tells. */
export interface Core {
  readonly call: <N extends CommandName>(
    name: N,
    ...input: Parameters<Commands[N]>
  ) => Promise<ReturnType<Commands[N]>>;
  readonly subscribe: Subscriptions['subscribe'];
  readonly hostEvent: (event: HostEvent) => Promise<void>;
  /** time has passed: what is derived from the clock may look different */
  readonly tick: () => void;
  readonly close: () => Promise<void>;
}

/** Puts the parts together and starts: resolves at once, the session view says how far it is. */
export function createCore(parts: CoreParts): Core {
  const changed = (): void => subscriptions.changed();
  const delivery = createDelivery(parts, changed);
  const door = createDoor(parts, delivery, changed);
  const subscriptions: Subscriptions = createSubscriptions(
    (view, params) => computeView(door, delivery, view, params),
    parts.onBug,
  );
  const commands = createCommands(parts, door, delivery);
  void door.start();
  return {
    call: async (name, ...input) => {
      await door.started();
      const run = commands[name] as (...given: typeof input) => Promise<ReturnType<Commands[typeof name]>>;
      return run(...input);
    },
    subscribe: subscriptions.subscribe,
    hostEvent: async (event) => {
      if (event.type === 'suspend') await door.dropKeys();
      else delivery.lineMayDiffer();
    },
    tick: changed,
    close: () => door.dropKeys(),
  };
}
