import { bitmapWords, orInto, type Postings } from './postings.ts';
import { MIN_KEY, type SearchQuery } from './search-entry.ts';

/**
 * The syllable-bitmap index over entries numbered by their moment of reception. Words are known by their place in the
 * sorted dictionary, so that all words with one beginning are one range; codes and numbers are found by the rarest
 * three signs of what was typed and then compared.
 */
export interface SearchIndex {
  readonly ids: readonly string[];
  /** moment of reception, ascending */
  readonly at: Float64Array;
  readonly prints: Float64Array;
  /** sorted */
  readonly dictionary: readonly string[];
  readonly words: Postings;
  /** the words of each entry in their order: `sequence` from `sequenceStarts[n]` on */
  readonly sequenceStarts: Uint32Array;
  readonly sequence: Uint16Array | Uint32Array;
  /** three signs packed into one number, sorted */
  readonly gramKeys: Uint32Array;
  readonly grams: Postings;
  /** codes and numbers of each entry as UTF-8: `keys` from `keyStarts[n]` on */
  readonly keyStarts: Uint32Array;
  readonly keys: Uint8Array;
}

/** Three bytes as one number. */
export const gramOf = (a: number, b: number, c: number): number => (a << 16) | (b << 8) | c;

/** Words of the dictionary that begin with one typed word: from `low` until before `high`. */
interface Range {
  readonly low: number;
  readonly high: number;
  /** the typed word itself, when the dictionary has it */
  readonly exact: number;
  readonly length: number;
}

/** Entries that answer a query, newest first within each group. */
export interface Found {
  /** a code or number, or the words in the order typed */
  readonly exact: readonly number[];
  readonly loose: readonly number[];
}

/** Finds the entries of a query except those in `gone`, at most `limit` in all. */
export function findEntries(
  index: SearchIndex,
  query: SearchQuery,
  gone: Uint32Array,
  limit = Number.POSITIVE_INFINITY,
): Found {
  const ranges = query.words.map((word) => rangeOf(index.dictionary, word));
  const byWords = wordHits(index, ranges);
  const byKey = keyHits(index, query.compact);
  if (!byWords && !byKey) return { exact: [], loose: [] };
  const overlapping = ranges.some((a, n) =>
    ranges.some((b, m) => n !== m && a.low < b.high && b.low < a.high),
  );
  const longestFirst = ranges.toSorted((a, b) => b.length - a.length);
  const exact: number[] = [];
  const loose: number[] = [];
  for (let at = gone.length - 1; at >= 0 && exact.length < limit; at--) {
    let rest = ((byWords?.[at] ?? 0) | (byKey?.[at] ?? 0)) & ~(gone[at] ?? 0);
    while (rest !== 0 && exact.length < limit) {
      const bit = 31 - Math.clz32(rest);
      rest &= ~(1 << bit);
      const entry = at * 32 + bit;
      if (byKey && ((byKey[at] ?? 0) >>> bit) & 1) exact.push(entry);
      else if (overlapping && !eachHasItsOwn(index, entry, longestFirst)) continue;
      else if (ranges.length === 1 || inOrder(index, entry, ranges)) exact.push(entry);
      else if (loose.length < limit) loose.push(entry);
    }
  }
  return { exact, loose: loose.slice(0, Math.max(0, limit - exact.length)) };
}

function rangeOf(dictionary: readonly string[], word: string): Range {
  const low = lowest(dictionary.length, (n) => (dictionary[n] ?? '') >= word);
  const high = lowest(dictionary.length, (n) => n >= low && !(dictionary[n] ?? '').startsWith(word));
  return { low, high, exact: dictionary[low] === word ? low : -1, length: word.length };
}

/** The smallest number below `end` for which `test` holds, `end` when none does; `test` must go from false to true once. */
function lowest(end: number, test: (n: number) => boolean): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Entries that have for every typed word one that begins with it. */
function wordHits(index: SearchIndex, ranges: readonly Range[]): Uint32Array | undefined {
  if (ranges.length === 0 || ranges.some(({ low, high }) => low === high)) return undefined;
  const entries = index.ids.length;
  let hits: Uint32Array | undefined;
  for (const { low, high } of ranges) {
    const bits = new Uint32Array(bitmapWords(entries));
    for (let word = low; word < high; word++) orInto(bits, index.words, word, entries);
    if (hits) intersect(bits, hits);
    hits = bits;
  }
  return hits;
}

/** Two typed words that could mean the same word of an entry must find one each; the longer chooses first. */
function eachHasItsOwn(index: SearchIndex, entry: number, longestFirst: readonly Range[]): boolean {
  const start = index.sequenceStarts[entry] ?? 0;
  const end = index.sequenceStarts[entry + 1] ?? 0;
  const taken = new Set<number>();
  return longestFirst.every(({ low, high }) => {
    for (let at = start; at < end; at++) {
      const word = index.sequence[at] ?? 0;
      if (word < low || word >= high || taken.has(at)) continue;
      taken.add(at);
      return true;
    }
    return false;
  });
}

/** The typed words stand one after the other, all but the last in full. */
function inOrder(index: SearchIndex, entry: number, ranges: readonly Range[]): boolean {
  const end = index.sequenceStarts[entry + 1] ?? 0;
  const last = ranges.length - 1;
  for (let from = index.sequenceStarts[entry] ?? 0; from + last < end; from++) {
    let n = 0;
    while (n < last && index.sequence[from + n] === ranges[n]?.exact) n += 1;
    const word = index.sequence[from + last] ?? 0;
    const { low = 0, high = 0 } = ranges[last] ?? {};
    if (n === last && word >= low && word < high) return true;
  }
  return false;
}

const encoder = new TextEncoder();

/** Entries that have the typed signs anywhere in a code or number. */
function keyHits(index: SearchIndex, compact: string): Uint32Array | undefined {
  if (compact.length < MIN_KEY) return undefined;
  const wanted = encoder.encode(compact);
  const terms = gramTerms(index, wanted);
  const entries = index.ids.length;
  let hits: Uint32Array | undefined;
  // the rarest ones leave few entries to be compared
  for (const term of terms?.slice(0, COMBINED) ?? []) {
    const bits = new Uint32Array(bitmapWords(entries));
    orInto(bits, index.grams, term, entries);
    if (hits) intersect(bits, hits);
    hits = bits;
  }
  if (hits && wanted.length > 3) keepIf(hits, (entry) => holdsKey(index, entry, wanted));
  return hits;
}

const COMBINED = 3;

/** All runs of three among the bytes, the rarest first; undefined when no entry has one of them. */
function gramTerms({ gramKeys, grams }: SearchIndex, wanted: Uint8Array): readonly number[] | undefined {
  const terms = new Set<number>();
  for (let at = 0; at + 2 < wanted.length; at++) {
    const gram = gramOf(wanted[at] ?? 0, wanted[at + 1] ?? 0, wanted[at + 2] ?? 0);
    const term = lowest(gramKeys.length, (n) => (gramKeys[n] ?? 0) >= gram);
    if (gramKeys[term] !== gram) return undefined;
    terms.add(term);
  }
  return [...terms].sort((a, b) => (grams.counts[a] ?? 0) - (grams.counts[b] ?? 0));
}

function intersect(bits: Uint32Array, other: Uint32Array): void {
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) & (other[at] ?? 0);
}

function keepIf(bits: Uint32Array, keep: (entry: number) => boolean): void {
  for (let at = 0; at < bits.length; at++) {
    for (let rest = bits[at] ?? 0; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest);
      if (!keep(at * 32 + bit)) bits[at] = (bits[at] ?? 0) & ~(1 << bit);
    }
  }
}

function holdsKey({ keys, keyStarts }: SearchIndex, entry: number, wanted: Uint8Array): boolean {
  const last = (keyStarts[entry + 1] ?? 0) - wanted.length;
  for (let from = keyStarts[entry] ?? 0; from <= last; from++) {
    let n = 0;
    while (n < wanted.length && keys[from + n] === wanted[n]) n += 1;
    if (n === wanted.length) return true;
  }
  return false;
}
