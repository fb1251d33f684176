import type { PageWorker } from './page-worker.ts';

/**
 * Holds back the end of this page while it still has something to deliver: the desktop then hides the window and goes on,
 * a browser asks first. A page nobody has unlocked delivers nothing (its line is unknown) and holds nothing back.
 */
export function holdUnloadWhileWorkWaits(worker: Pick<PageWorker, 'watch'>): void {
  let waits = false;
  worker.watch('line', undefined, ({ state, waiting, filesWaiting }) => {
    waits = state !== 'unknown' && waiting + filesWaiting > 0;
  });
  window.addEventListener('beforeunload', (event) => {
    if (waits) event.preventDefault();
  });
}
