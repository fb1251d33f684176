import { keyHits } from './key-hits.ts';
import { bitmapWords, intersect, orInto } from './postings.ts';
import type { SearchQuery } from './search-entry.ts';
import { lowest, type SearchIndex } from './search-index.ts';

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
