import { bitmapWords } from './postings.ts';
import { type Searchable, type SearchEntry, searchPrint } from './search-entry.ts';
import type { SearchIndex } from './search-index.ts';

/** The index, where each dossier stands in it, and which entries count no more. */
export interface Base {
  readonly index: SearchIndex;
  readonly places: ReadonlyMap<string, number>;
  readonly gone: Uint32Array;
}

/** Every dossier, and what of it the index does not know. */
export interface State {
  readonly all: Map<string, Searchable>;
  /** not in the index; their entries are made when somebody searches */
  readonly fresh: Map<string, Fresh>;
  base: Base | undefined;
  removed: number;
}

export interface Fresh {
  readonly dossier: Searchable;
  entry?: SearchEntry;
}

export const emptied = (): State => ({ all: new Map(), fresh: new Map(), base: undefined, removed: 0 });

/** For each entry of an index the dossier it stands for; undefined when it is not what the entry says. */
export type Meant = readonly (Searchable | undefined)[];

/** A dossier as it is now; the index goes on speaking for it while nothing searchable has changed. */
export function put(state: State, dossier: Searchable): void {
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
export function leaveIndex({ base }: State, id: string): boolean {
  const place = base?.places.get(id);
  if (!base || place === undefined) return false;
  base.gone[place >>> 5] = (base.gone[place >>> 5] ?? 0) | (1 << (place & 31));
  return true;
}

/** In one go, so that no change comes between: an entry counts while its dossier is still the very one it was made of. */
export function takeOver(state: State, index: SearchIndex, places: Base['places'], meant: Meant): void {
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
