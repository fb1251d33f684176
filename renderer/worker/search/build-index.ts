import { type Gathered, gather, gathered, packPostings } from './postings.ts';
import type { SearchEntry } from './search-entry.ts';
import { gramOf, type SearchIndex } from './search-index.ts';

const encoder = new TextEncoder();

/** Builds the index of entries sorted by their moment, oldest first; stops after every entry so that the caller may rest. */
export function* buildIndex(entries: Iterable<SearchEntry>, count: number): Generator<void, SearchIndex> {
  const words = new Map<string, Word>();
  const grams = new Map<number, Gathered>();
  const at = new Float64Array(count);
  const prints = new Float64Array(count);
  const ids: string[] = [];
  const sequence: number[] = [];
  const sequenceStarts = new Uint32Array(count + 1);
  const keys: Uint8Array[] = [];
  const keyStarts = new Uint32Array(count + 1);
  for (const entry of entries) {
    const n = ids.length;
    at[n] = entry.at;
    prints[n] = entry.print;
    ids.push(entry.id);
    for (const word of entry.words) sequence.push(gatherWord(words, word, n));
    sequenceStarts[n + 1] = sequence.length;
    const bytes = encoder.encode(entry.keys);
    gatherGrams(grams, bytes, n);
    keys.push(bytes);
    keyStarts[n + 1] = (keyStarts[n] ?? 0) + bytes.length;
    yield;
  }
  const dictionary = [...words.keys()].sort();
  const sorted = dictionary.map((word) => words.get(word) as Word);
  const gramKeys = Uint32Array.from(grams.keys()).sort();
  const sortedGrams = Array.from(gramKeys, (gram) => grams.get(gram) as Gathered);
  yield;
  return {
    ids,
    at,
    prints,
    dictionary,
    words: packPostings(sorted, count),
    sequenceStarts,
    sequence: placed(sequence, sorted),
    gramKeys,
    grams: packPostings(sortedGrams, count),
    keyStarts,
    keys: joined(keys, keyStarts[count] ?? 0),
  };
}

/** A word while the dictionary is not complete: numbered as it came. */
interface Word extends Gathered {
  readonly number: number;
}

function gatherWord(words: Map<string, Word>, word: string, entry: number): number {
  const term = words.get(word) ?? { ...gathered(), number: words.size };
  if (term.count === 0) words.set(word, term);
  gather(term, entry);
  return term.number;
}

function gatherGrams(grams: Map<number, Gathered>, bytes: Uint8Array, entry: number): void {
  for (let from = 0; from + 2 < bytes.length; from++) {
    const gram = gramOf(bytes[from] ?? 0, bytes[from + 1] ?? 0, bytes[from + 2] ?? 0);
    const term = grams.get(gram) ?? gathered();
    if (term.count === 0) grams.set(gram, term);
    gather(term, entry);
  }
}

/** The numbers given as words came, replaced by places in the dictionary. */
function placed(sequence: readonly number[], sorted: readonly Word[]): Uint16Array | Uint32Array {
  const places = new Uint32Array(sorted.length);
  sorted.forEach(({ number }, place) => {
    places[number] = place;
  });
  const Places = places.length > 0xffff ? Uint32Array : Uint16Array;
  const result = new Places(sequence.length);
  sequence.forEach((number, n) => {
    result[n] = places[number] ?? 0;
  });
  return result;
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
