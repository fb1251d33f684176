import { fromUtf8, utf8 } from '../keys/bytes.ts';
import type { Postings } from './postings.ts';
import type { SearchIndex } from './search-index.ts';

/** First byte of a written index; bytes that begin with another one are not read. */
const VERSION = 1;
const SECTIONS = 15;
const HEADER = 8 + 8 * SECTIONS;
const padded = (length: number): number => (length + 7) & ~7;

/** The index as bytes: version, length of each section, sections on multiples of eight. */
export function indexBytes(index: SearchIndex): Uint8Array<ArrayBuffer> {
  const { words, grams } = index;
  const sections: readonly ArrayBufferView[] = [
    utf8(index.ids.join('\n')),
    index.at,
    index.prints,
    utf8(index.dictionary.join('\n')),
    words.counts,
    words.starts,
    words.data,
    index.sequenceStarts,
    index.sequence,
    index.gramKeys,
    grams.counts,
    grams.starts,
    grams.data,
    index.keyStarts,
    index.keys,
  ];
  const bytes = new Uint8Array(sections.reduce((sum, part) => sum + padded(part.byteLength), HEADER));
  const lengths = new Float64Array(bytes.buffer, 8, SECTIONS);
  bytes[0] = VERSION;
  let at = HEADER;
  sections.forEach((part, n) => {
    lengths[n] = part.byteLength;
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += padded(part.byteLength);
  });
  return bytes;
}

/** The index that `indexBytes` wrote, over the very same memory; undefined when anything about it is doubtful. */
export function indexFromBytes(bytes: Uint8Array<ArrayBuffer>): SearchIndex | undefined {
  const sections = sectionsOf(bytes);
  if (!sections) return undefined;
  const floats = () => {
    const part = sections();
    return new Float64Array(part.buffer, part.byteOffset, part.byteLength / 8);
  };
  const numbers = () => {
    const part = sections();
    return new Uint32Array(part.buffer, part.byteOffset, part.byteLength / 4);
  };
  const postings = (): Postings => ({ counts: numbers(), starts: numbers(), data: sections() });
  try {
    const ids = lines(sections());
    const at = floats();
    const prints = floats();
    const dictionary = lines(sections());
    const words = postings();
    const sequenceStarts = numbers();
    const places = sections();
    const Places = dictionary.length > 0xffff ? Uint32Array : Uint16Array;
    const sequence = new Places(
      places.buffer,
      places.byteOffset,
      places.byteLength / Places.BYTES_PER_ELEMENT,
    );
    const gramKeys = numbers();
    const grams = postings();
    const keyStarts = numbers();
    const index: SearchIndex = {
      ids,
      at,
      prints,
      dictionary,
      words,
      sequenceStarts,
      sequence,
      gramKeys,
      grams,
      keyStarts,
      keys: sections(),
    };
    return fits(index) ? index : undefined;
  } catch {
    // lengths that do not fit their kind, text that is not UTF-8
    return undefined;
  }
}

/** Hands out the sections one after the other; undefined when version or lengths are not those of a written index. */
function sectionsOf(bytes: Uint8Array<ArrayBuffer>): (() => Uint8Array<ArrayBuffer>) | undefined {
  if (bytes[0] !== VERSION || bytes.length < HEADER || bytes.byteOffset % 8 !== 0) return undefined;
  const lengths = [...new Float64Array(bytes.buffer, bytes.byteOffset + 8, SECTIONS)];
  if (!lengths.every((length) => Number.isSafeInteger(length) && length >= 0)) return undefined;
  if (lengths.reduce((sum, length) => sum + padded(length), HEADER) !== bytes.length) return undefined;
  let at = HEADER;
  let section = 0;
  return () => {
    const length = lengths[section++] ?? 0;
    const part = bytes.subarray(at, at + length);
    at += padded(length);
    return part;
  };
}

/** Every table has as many rows as there are entries or terms, and ends where its content ends. */
function fits(index: SearchIndex): boolean {
  const entries = index.ids.length;
  const ends = (starts: Uint32Array, rows: number, content: ArrayLike<unknown>): boolean =>
    starts.length === rows + 1 && starts[rows] === content.length;
  const termsFit = ({ counts, starts, data }: Postings, terms: number): boolean =>
    counts.length === terms && ends(starts, terms, data);
  return (
    index.at.length === entries &&
    index.prints.length === entries &&
    termsFit(index.words, index.dictionary.length) &&
    termsFit(index.grams, index.gramKeys.length) &&
    ends(index.sequenceStarts, entries, index.sequence) &&
    ends(index.keyStarts, entries, index.keys)
  );
}

function lines(bytes: Uint8Array): string[] {
  const text = fromUtf8(bytes);
  return text === '' ? [] : text.split('\n');
}
