import { createDossierSearch, type DossierSearch } from './dossier-search.ts';
import type { Slicing } from './run-sliced.ts';
import { openSnapshot, type SnapshotStore, sealSnapshot } from './snapshot.ts';

export interface KeptSearchParts {
  readonly store: SnapshotStore;
  readonly key: CryptoKey;
  readonly workspace: string;
  /** random name of a new snapshot */
  readonly freshName: () => string;
  readonly slicing: Slicing;
  /** runs something after a while, unless told otherwise */
  readonly later: (run: () => void) => () => void;
}

/** Search of an open office, with its index kept sealed between two unlocks. */
export interface KeptSearch extends Pick<DossierSearch, 'put' | 'remove' | 'find'> {
  /** everything stored has been put: the kept index is taken over, or a new one is built. Resolves when that is done */
  readonly filled: () => Promise<void>;
  readonly clear: () => void;
}

/** So many changes are compared one by one without anybody noticing. */
const COMPARED = 256;

export function createKeptSearch(parts: KeptSearchParts): KeptSearch {
  const search = createDossierSearch();
  let life = {};
  let filled = false;
  /** the life in which an index is being built */
  let building: object | undefined;
  let forget: (() => void) | undefined;

  const tidy = async (): Promise<void> => {
    const begun = life;
    const { changed, removed } = search.behind();
    if (building === begun || (changed < COMPARED && removed === 0)) return;
    building = begun;
    try {
      const index = await search.build(parts.slicing);
      if (!index) return;
      const segments = await sealSnapshot(parts.key, parts.workspace, parts.freshName(), index);
      if (life === begun) await parts.store.write(segments);
    } catch {
      // Without a snapshot the next unlock builds the index again; nothing else depends on it.
    } finally {
      if (building === begun) building = undefined;
    }
  };
  /** Waits for a quiet moment: each further change puts it off. */
  const whenQuiet = (): void => {
    if (!filled) return;
    forget?.();
    forget = parts.later(() => void tidy());
  };

  return {
    put: (dossier) => {
      search.put(dossier);
      whenQuiet();
    },
    remove: (id) => {
      search.remove(id);
      whenQuiet();
    },
    find: search.find,
    filled: async () => {
      const begun = life;
      filled = true;
      const segments = await parts.store.read().catch(() => []);
      const index = await openSnapshot(parts.key, parts.workspace, segments);
      if (life !== begun) return;
      if (index) await search.adopt(index, parts.slicing);
      if (life === begun) await tidy();
    },
    clear: () => {
      life = {};
      filled = false;
      forget?.();
      search.clear();
    },
  };
}
