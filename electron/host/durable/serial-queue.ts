/** Runs jobs one after the other in the order they came; a job that fails does not stop the next. */
export function serialQueue(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(job: () => Promise<T>) => {
    const mine = last.then(job, job);
    last = mine.catch(() => undefined);
    return mine;
  };
}
