/**
 * The one queue of everything that writes: commands, verdicts and pulls go through it one after the other, so that
 * chain, numbers and revisions are read and written without anybody between.
 */
export interface Writer {
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
  /** resolves when everything queued so far has ended */
  readonly idle: () => Promise<void>;
}

export function createWriter(): Writer {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (task) => {
      const next = last.then(task);
      last = next.catch(() => undefined);
      return next;
    },
    idle: async () => {
      await last;
    },
  };
}
