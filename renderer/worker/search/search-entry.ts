import type { Dossier } from '../../../shared/domain/dossier/dossier.ts';
import { beginWords, foldedWords } from '../../../shared/lib/fold.ts';

/** What of a dossier can be searched. */
export type Searchable = Pick<
  Dossier,
  'id' | 'applicant' | 'procedure' | 'provisionalCode' | 'officialCode' | 'receivedAt'
>;

/** A dossier made ready for searching: folded words in order, and its codes and numbers one per line. */
export interface SearchEntry {
  readonly id: string;
  /** milliseconds of the reception: the newest is shown first */
  readonly at: number;
  readonly words: readonly string[];
  readonly keys: string;
  /** fingerprint of everything above; another one means that a kept entry is out of date */
  readonly print: number;
}

export function searchEntry(dossier: Searchable): SearchEntry {
  const { applicant, procedure } = dossier;
  return {
    id: dossier.id,
    at: Date.parse(dossier.receivedAt),
    words: foldedWords(`${applicant.name} ${procedure.name}`),
    keys: keysOf(dossier),
    print: searchPrint(dossier),
  };
}

const keysOf = ({ applicant, provisionalCode, officialCode }: Searchable): string =>
  [
    ...[officialCode ?? '', provisionalCode].map((code) => code.toLowerCase().replace(/[.-]/g, '')),
    applicant.personalId,
    applicant.phone ?? '',
  ].join('\n');

/** 53 bits over the searchable texts as they are, without folding: quick enough for every dossier at every unlock. */
export function searchPrint(dossier: Searchable): number {
  const { applicant, procedure } = dossier;
  const sums: Sums = { high: 0xdeadbeef, low: 0x41c6ce57 };
  mix(sums, dossier.receivedAt);
  mix(sums, applicant.name);
  mix(sums, procedure.name);
  mix(sums, dossier.provisionalCode);
  mix(sums, dossier.officialCode ?? '');
  mix(sums, applicant.personalId);
  mix(sums, applicant.phone ?? '');
  const high = Math.imul(sums.high ^ (sums.high >>> 16), 2246822507) ^ (sums.low >>> 13);
  const low = Math.imul(sums.low ^ (sums.low >>> 16), 3266489909) ^ (high >>> 13);
  return 4294967296 * (low & 0x1fffff) + (high >>> 0);
}

interface Sums {
  high: number;
  low: number;
}

/** Takes one text and its end into both sums. */
function mix(sums: Sums, text: string): void {
  let { high, low } = sums;
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : 0x1ffff;
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  sums.high = high;
  sums.low = low;
}

/** What the clerk typed: folded words in her order (the last one may be unfinished), and the same without blanks. */
export interface SearchQuery {
  readonly words: readonly string[];
  /** looked for inside codes and numbers; shorter than three signs it finds none */
  readonly compact: string;
}

export const MIN_KEY = 3;

export function searchQuery(typed: string): SearchQuery {
  const words = foldedWords(typed);
  return { words, compact: words.join('') };
}

/** One entry held against a query, without any index: what the index must find, and what it does for fresh rows. */
export const entryMatches = ({ words, keys }: SearchEntry, query: SearchQuery): boolean =>
  matchesKey(keys, query) || beginWords(query.words, words);

const matchesKey = (keys: string, { compact }: SearchQuery): boolean =>
  compact.length >= MIN_KEY && keys.includes(compact);

/** Matches that come first: a code or number, or the words as typed, one after the other, the last perhaps unfinished. */
export function matchesExactly({ words, keys }: SearchEntry, query: SearchQuery): boolean {
  if (matchesKey(keys, query)) return true;
  const wanted = query.words;
  const last = wanted.length - 1;
  return words.some((_, from) =>
    wanted.every((word, n) => (n === last ? words[from + n]?.startsWith(word) : words[from + n] === word)),
  );
}
