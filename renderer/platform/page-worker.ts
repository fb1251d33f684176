import type { CommandName, Commands, ViewName, Views } from '../worker/api.ts';

/** The worker as the screens see it. Made in main.tsx; tests put an in-memory one in its place. */
export interface PageWorker {
  /** Runs a named command. Resolves to its Answer; rejects only on a bug, which goes to the crash screen. */
  readonly run: <N extends CommandName>(
    name: N,
    ...input: Parameters<Commands[N]>
  ) => Promise<ReturnType<Commands[N]>>;
  /** Calls `listener` with the present value and with every later one; returns how to stop. */
  readonly watch: <V extends ViewName>(
    view: V,
    params: Views[V]['params'],
    listener: (value: Views[V]['value']) => void,
  ) => () => void;
}
