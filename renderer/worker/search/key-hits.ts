import { bitmapWords, intersect, keepIf, orInto } from './postings.ts';
import { MIN_KEY } from './search-entry.ts';
import { gramOf, lowest, type SearchIndex } from './search-index.ts';

const encoder = new TextEncoder();
const COMBINED = 3;

/** Entries that have the typed signs anywhere in a code or number. */
export function keyHits(index: SearchIndex, compact: string): Uint32Array | undefined {
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

function holdsKey({ keys, keyStarts }: SearchIndex, entry: number, wanted: Uint8Array): boolean {
  const last = (keyStarts[entry + 1] ?? 0) - wanted.length;
  for (let from = keyStarts[entry] ?? 0; from <= last; from++) {
    let n = 0;
    while (n < wanted.length && keys[from + n] === wanted[n]) n += 1;
    if (n === wanted.length) return true;
  }
  return false;
}
