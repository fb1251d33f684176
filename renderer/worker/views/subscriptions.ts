import type { ViewName, Views } from '../api.ts';

type Compute = <V extends ViewName>(view: V, params: Views[V]['params']) => Promise<Views[V]['value']>;

/** The live views of the page: recomputed after each change, sent only when they differ from what was sent last. */
export interface Subscriptions {
  readonly subscribe: <V extends ViewName>(
    view: V,
    params: Views[V]['params'],
    send: (value: Views[V]['value']) => void,
  ) => () => void;
  /** something may look different; many calls in a row become one round */
  readonly changed: () => void;
}

interface Subscription {
  readonly view: ViewName;
  readonly params: unknown;
  readonly send: (value: never) => void;
  sent: string | undefined;
}

export function createSubscriptions(compute: Compute, onBug: (error: unknown) => void): Subscriptions {
  const live = new Set<Subscription>();
  let running = false;
  let again = false;

  const refresh = async (subscription: Subscription): Promise<void> => {
    try {
      const value = await compute(subscription.view, subscription.params as never);
      const text = JSON.stringify(value) ?? '';
      if (text === subscription.sent || !live.has(subscription)) return;
      subscription.sent = text;
      subscription.send(value as never);
    } catch (error) {
      onBug(error);
    }
  };

  const rounds = async (): Promise<void> => {
    while (again) {
      again = false;
      await Promise.resolve();
      for (const subscription of [...live]) await refresh(subscription);
    }
    running = false;
  };
  const changed = (): void => {
    again = true;
    if (running) return;
    running = true;
    void rounds();
  };

  return {
    subscribe: (view, params, send) => {
      const subscription: Subscription = { view, params, send, sent: undefined };
      live.add(subscription);
      void refresh(subscription);
      return () => live.delete(subscription);
    },
    changed,
  };
}
