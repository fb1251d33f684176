import type { WorkStore } from './work-store.ts';

/** Names tried one after the other: beyond so many the fault lies not in a database but in the browser or its disk. */
const GENERATIONS = 4;
const AGAIN_MS = 200;

/**
 * Opens the working database; one that cannot be opened even at the second try is left lying untouched under its name, and the
 * next name is used. A database under a new name is empty and not the one marked on the host, so the start rebuilds it from
 * the journal, as it would one that was emptied. Rejects with the first failure when no name opens.
 */
export async function openUsableStore(
  name: string,
  open: (name: string) => Promise<WorkStore>,
  leftAside: (name: string, error: unknown) => void,
): Promise<WorkStore> {
  const failures: (readonly [name: string, error: unknown])[] = [];
  for (let generation = 1; generation <= GENERATIONS; generation++) {
    const present = generation === 1 ? name : `${name}-${generation}`;
    try {
      const store = await openPatiently(present, open);
      for (const [failed, error] of failures) leftAside(failed, error);
      return store;
    } catch (error) {
      failures.push([present, error]);
    }
  }
  throw failures[0]?.[1];
}

/** A database may be held for a moment by a window that is just ending. */
async function openPatiently(name: string, open: (name: string) => Promise<WorkStore>): Promise<WorkStore> {
  try {
    return await open(name);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    return open(name);
  }
}
