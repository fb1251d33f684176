import { buildIndex } from './build-index.ts';
import { freshHits, inTurn } from './fresh-hits.ts';
import { bitmapWords } from './postings.ts';
import { runSliced, type Slicing } from './run-sliced.ts';
import { type Searchable, type SearchEntry, searchEntry, searchPrint, searchQuery } from './search-entry.ts';
import { findEntries, type SearchIndex } from './search-index.ts';

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

/** The index, where each dossier stands in it, and which entries count no more. */
interface Base {
  readonly index: SearchIndex;
  readonly places: ReadonlyMap<string, number>;
  readonly gone: Uint32Array;
}

interface State {
  readonly all: Map<string, Searchable>;
  /** not in the index; their entries are made when somebody searches */
  readonly fresh: Map<string, Fresh>;
  base: Base | undefined;
  removed: number;
}

interface Fresh {
  readonly dossier: Searchable;
  entry?: SearchEntry;
}

const emptied = (): State => ({ all: new Map(), fresh: new Map(), base: undefined, removed: 0 });

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

function put(state: State, dossier: Searchable): void {
  const { base, all, fresh } = state;
  const place = base?.places.get(dossier.id);
  all.set(dossier.id, dossier);
  if (base && place !== undefined && !isGone(base, place)) {
    if (base.index.prints[place] === searchPrint(dossier)) return;
    leaveIndex(state, dossier.id);
  }
  fresh.set(dossier.id, { dossier });
}

const isGone = ({ gone }: Base, place: number): boolean =>
  (((gone[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;

/** True when the index has an entry of it, which counts no more from now on. */
function leaveIndex({ base }: State, id: string): boolean {
  const place = base?.places.get(id);
  if (!base || place === undefined) return false;
  base.gone[place >>> 5] = (base.gone[place >>> 5] ?? 0) | (1 << (place & 31));
  return true;
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

/** For each entry of an index the dossier it stands for; undefined when it is not what the entry says. */
type Meant = readonly (Searchable | undefined)[];

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

/** In one go, so that no change comes between: an entry counts while its dossier is still the very one it was made of. */
function takeOver(state: State, index: SearchIndex, places: Base['places'], meant: Meant): void {
  const gone = new Uint32Array(bitmapWords(index.ids.length));
  const base: Base = { index, places, gone };
  state.base = base;
  state.removed = 0;
  meant.forEach((dossier, place) => {
    const id = index.ids[place] ?? '';
    const present = state.all.get(id);
    if (dossier && present === dossier) {
      state.fresh.delete(id);
      return;
    }
    leaveIndex(state, id);
    if (!present) state.removed += 1;
    else if (!state.fresh.has(id)) state.fresh.set(id, { dossier: present });
  });
  for (const [id, dossier] of state.all)
    if (!places.has(id) && !state.fresh.has(id)) state.fresh.set(id, { dossier });
}
