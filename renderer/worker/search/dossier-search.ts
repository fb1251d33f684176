import { buildIndex } from './build-index.ts';
import { findEntries } from './find-entries.ts';
import { freshHits, inTurn } from './fresh-hits.ts';
import { runSliced, type Slicing } from './run-sliced.ts';
import { type Searchable, type SearchEntry, searchEntry, searchPrint, searchQuery } from './search-entry.ts';
import type { SearchIndex } from './search-index.ts';
import {
  type Base,
  emptied,
  type Fresh,
  leaveIndex,
  type Meant,
  put,
  type State,
  takeOver,
} from './search-state.ts';

/**
 * Search over every dossier put here. Right from the first `put` on: what the index does not hold yet is compared one by
 * one, so that a missing, old or foreign index only costs time.
 */
export interface DossierSearch {
  readonly put: (dossier: Searchable) => void;
  readonly remove: (id: string) => void;
  readonly clear: () => void;
  /** ids that answer: codes, numbers and words in the order typed first, each group newest first */
  readonly find: (typed: string, limit?: number) => readonly string[];
  /** dossiers the index does not hold as they are now, and entries whose dossier is here no more */
  readonly behind: () => { readonly changed: number; readonly removed: number };
  /** takes a stored index over, in slices, for the dossiers that are still what it says */
  readonly adopt: (index: SearchIndex, slicing: Slicing) => Promise<void>;
  /** builds the index anew, in slices; undefined when everything was cleared meanwhile */
  readonly build: (slicing: Slicing) => Promise<SearchIndex | undefined>;
}

export function createDossierSearch(): DossierSearch {
  let state = emptied();
  const take = async (
    begun: State,
    work: Generator<void, { index: SearchIndex; places: Base['places']; meant: Meant }>,
    slicing: Slicing,
  ): Promise<SearchIndex | undefined> => {
    const done = await runSliced(work, slicing, () => begun === state);
    if (done) takeOver(begun, done.index, done.places, done.meant);
    return done?.index;
  };
  return {
    put: (dossier) => put(state, dossier),
    remove: (id) => {
      if (!state.all.delete(id)) return;
      state.fresh.delete(id);
      if (leaveIndex(state, id)) state.removed += 1;
    },
    clear: () => {
      state = emptied();
    },
    find: (typed, limit) => find(state, typed, limit),
    behind: () => ({ changed: state.fresh.size, removed: state.removed }),
    adopt: async (index, slicing) => {
      await take(state, checked(state, index), slicing);
    },
    build: (slicing) => take(state, built(state), slicing),
  };
}

function find({ base, fresh }: State, typed: string, limit?: number): readonly string[] {
  const query = searchQuery(typed);
  const found = base ? findEntries(base.index, query, base.gone, limit) : { exact: [], loose: [] };
  const others = freshHits(freshEntries(fresh.values()), query);
  const ids = [
    ...inTurn(base?.index, found.exact, others.exact),
    ...inTurn(base?.index, found.loose, others.loose),
  ];
  return limit === undefined ? ids : ids.slice(0, limit);
}

function* freshEntries(fresh: Iterable<Fresh>): Generator<SearchEntry> {
  for (const one of fresh) {
    one.entry ??= searchEntry(one.dossier);
    yield one.entry;
  }
}

function* checked({ all }: State, index: SearchIndex) {
  const meant: (Searchable | undefined)[] = [];
  const places = new Map<string, number>();
  for (const id of index.ids) {
    const dossier = all.get(id);
    const place = meant.length;
    meant.push(dossier && searchPrint(dossier) === index.prints[place] ? dossier : undefined);
    places.set(id, place);
    yield;
  }
  return { index, places, meant };
}

function* built({ all, fresh }: State) {
  const meant = [...all.values()].sort((a, b) =>
    a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : 0,
  );
  const entries = function* (): Generator<SearchEntry> {
    for (const dossier of meant) {
      const known = fresh.get(dossier.id);
      yield known?.dossier === dossier && known.entry ? known.entry : searchEntry(dossier);
    }
  };
  yield;
  const index = yield* buildIndex(entries(), meant.length);
  const places = new Map<string, number>();
  for (const id of index.ids) {
    places.set(id, places.size);
    yield;
  }
  return { index, places, meant };
}
