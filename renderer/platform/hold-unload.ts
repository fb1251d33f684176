import type { PageWorker } from './page-worker.ts';

const held = new Set<() => void>();

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
    if (!waits) return;
    event.preventDefault();
    for (const listener of held) listener();
  });
}

/** Calls `listener` whenever the end of the page was held back; answers how to stop. A browser's own question cannot say why. */
export function onUnloadHeld(listener: () => void): () => void {
  held.add(listener);
  return () => held.delete(listener);
}
