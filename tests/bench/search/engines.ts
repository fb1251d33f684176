import { createDossierSearch, type DossierSearch } from '../../../renderer/worker/search/dossier-search.ts';
import type { Searchable } from '../../../renderer/worker/search/search-entry.ts';
import type { SearchIndex } from '../../../renderer/worker/search/search-index.ts';
import { fold, foldedWords } from '../../../shared/lib/fold.ts';
import { loadPeer } from '../install-peers.ts';

/** What the list shows at once. */
export const LIMIT = 20;

export interface Engine {
  readonly name: 'tram' | 'flexsearch' | 'minisearch';
  readonly search: (typed: string) => readonly unknown[];
}

export interface OurEngine extends Engine {
  readonly index: SearchIndex;
  readonly everything: DossierSearch;
  readonly longestSliceMs: number;
}

/** Our index, built in slices as the worker does. */
export async function ourEngine(people: readonly Searchable[]): Promise<OurEngine> {
  const everything = createDossierSearch();
  for (const person of people) everything.put(person);
  let begun = performance.now();
  let longestSliceMs = 0;
  const sliceEnded = (): void => {
    longestSliceMs = Math.max(longestSliceMs, performance.now() - begun);
  };
  const index = await everything.build({
    now: () => performance.now(),
    rest: async () => {
      sliceEnded();
      await new Promise(setImmediate);
      begun = performance.now();
    },
  });
  sliceEnded();
  if (!index) throw new Error('no index');
  return {
    name: 'tram',
    search: (typed) => everything.find(typed, LIMIT),
    index,
    everything,
    longestSliceMs,
  };
}

const isNumber = (typed: string): boolean => /^\d+$/.test(typed);
const nameOf = ({ applicant, procedure }: Searchable): string => fold(`${applicant.name} ${procedure.name}`);

/** The ends of numbers that clerks type, as words of their own: peers know no ends of words, ours takes any run of digits. */
const numbersOf = ({ applicant, officialCode, provisionalCode }: Searchable): string =>
  [
    (officialCode ?? provisionalCode).slice(-6),
    applicant.personalId.slice(-6),
    applicant.personalId.slice(-4),
    applicant.phone ?? '',
    (applicant.phone ?? '').slice(-4),
  ].join(' ');

interface FlexIndex {
  readonly add: (id: number, text: string) => void;
  readonly search: (text: string, options: { limit: number }) => unknown[];
}
interface Flex {
  readonly Index: new (options: object) => FlexIndex;
}

export function flexEngine(people: readonly Searchable[]): Engine {
  const { Index } = loadPeer('flexsearch') as Flex;
  const encode = (text: string): string[] => text.split(' ');
  const names = new Index({ tokenize: 'forward', encode, cache: false });
  const numbers = new Index({ tokenize: 'strict', encode, cache: false });
  people.forEach((person, n) => {
    names.add(n, nameOf(person));
    numbers.add(n, numbersOf(person));
  });
  return {
    name: 'flexsearch',
    search: (typed) => (isNumber(typed) ? numbers : names).search(fold(typed), { limit: LIMIT }),
  };
}

interface Mini {
  readonly addAll: (documents: readonly object[]) => void;
  readonly search: (text: string, options: object) => unknown[];
}

export function miniEngine(people: readonly Searchable[]): Engine {
  const MiniSearch = loadPeer('minisearch') as new (options: object) => Mini;
  const mini = new MiniSearch({
    fields: ['name', 'numbers'],
    storeFields: [],
    tokenize: (text: string) => text.split(' '),
    processTerm: (term: string) => term,
  });
  mini.addAll(people.map((person, id) => ({ id, name: nameOf(person), numbers: numbersOf(person) })));
  const options = {
    combineWith: 'AND',
    prefix: (_term: string, place: number, terms: readonly string[]) => place === terms.length - 1,
  };
  return {
    name: 'minisearch',
    search: (typed) => mini.search(foldedWords(typed).join(' '), options).slice(0, LIMIT),
  };
}
