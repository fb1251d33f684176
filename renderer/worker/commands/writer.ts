/**
 * The one queue of everything that writes: commands, verdicts and pulls go through it one after the other, so that
 * chain, numbers and revisions are read and written without anybody between.
 */
export interface Writer {
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
  /** resolves when everything queued so far has ended */
  readonly idle: () => Promise<void>;
  /** begins nothing more; resolves when what is running has ended */
  readonly close: () => Promise<void>;
}

/** Another window has taken over: this one writes nothing any more. */
export class WriterClosed extends Error {
  override readonly name = 'WriterClosed';
}

export function createWriter(): Writer {
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  return {
    run: (task) => {
      const next = last.then(() => {
        if (closed) throw new WriterClosed();
        return task();
      });
      last = next.catch(() => undefined);
      return next;
    },
    idle: async () => {
      await last;
    },
    close: async () => {
      closed = true;
      await last;
    },
  };
}
