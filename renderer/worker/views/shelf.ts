import type { KeptSearch } from '../search/kept-search.ts';
import type { FoldedDossier } from '../store/folded-dossier.ts';

/** The opened part of the store: folded dossiers by id, filled at unlock, emptied at lock. */
export interface Shelf {
  /** from now on `put` keeps; before the first opening and after `clear` it forgets */
  readonly open: () => void;
  /** every stored dossier has been put: searching may become fast now */
  readonly filled: () => void;
  readonly put: (folded: FoldedDossier) => void;
  readonly remove: (id: string) => void;
  readonly get: (id: string) => FoldedDossier | undefined;
  /** newest reception first */
  readonly all: () => readonly FoldedDossier[];
  /** dossiers that answer what was typed: codes, numbers and words in that order first, each group newest first */
  readonly find: (typed: string) => readonly FoldedDossier[];
  readonly ownerOfProvisionalCode: (code: string) => string | undefined;
  readonly clear: () => void;
}

export function createShelf(search: KeptSearch): Shelf {
  const byId = new Map<string, FoldedDossier>();
  const byCode = new Map<string, string>();
  let sorted: readonly FoldedDossier[] | undefined;
  let opened = false;
  return {
    open: () => {
      opened = true;
    },
    filled: () => void search.filled(),
    put: (folded) => {
      if (!opened) return;
      search.put(folded.dossier);
      byId.set(folded.dossier.id, folded);
      byCode.set(folded.dossier.provisionalCode, folded.dossier.id);
      sorted = undefined;
    },
    remove: (id) => {
      const gone = byId.get(id);
      if (gone) byCode.delete(gone.dossier.provisionalCode);
      byId.delete(id);
      search.remove(id);
      sorted = undefined;
    },
    get: (id) => byId.get(id),
    all: () => {
      sorted ??= [...byId.values()].sort((a, b) =>
        a.dossier.receivedAt < b.dossier.receivedAt
          ? 1
          : a.dossier.receivedAt > b.dossier.receivedAt
            ? -1
            : 0,
      );
      return sorted;
    },
    find: (typed) => search.find(typed).flatMap((id) => byId.get(id) ?? []),
    ownerOfProvisionalCode: (code) => byCode.get(code),
    clear: () => {
      opened = false;
      byId.clear();
      byCode.clear();
      search.clear();
      sorted = undefined;
    },
  };
}
