/**
 * For each term the dense numbers of the entries that hold it, ascending: a bitmap when the term is frequent, else the gaps
 * between them in 7-bit groups. Flat arrays, so that loading a snapshot builds nothing.
 */
export interface Postings {
  /** entries per term */
  readonly counts: Uint32Array;
  /** where each term's bytes begin, one more for the end; always a multiple of four */
  readonly starts: Uint32Array;
  readonly data: Uint8Array;
}

/** Above one entry in sixteen a bitmap takes about as much as the gaps, and is combined 32 entries at a time. */
const isDense = (count: number, entries: number): boolean => count * 16 > entries;

export const bitmapWords = (entries: number): number => (entries + 31) >>> 5;

/** Sets the bits of one term's entries. */
export function orInto(bits: Uint32Array, postings: Postings, term: number, entries: number): void {
  const start = postings.starts[term] ?? 0;
  const count = postings.counts[term] ?? 0;
  if (isDense(count, entries)) {
    const from = denseBits(postings, start, entries);
    for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) | (from[at] ?? 0);
    return;
  }
  eachGap(postings.data, start, count, (entry) => {
    bits[entry >>> 5] = (bits[entry >>> 5] ?? 0) | (1 << (entry & 31));
  });
}

/** Leaves the bits that both have. */
export function intersect(bits: Uint32Array, other: Uint32Array): void {
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) & (other[at] ?? 0);
}

/** Leaves the bits whose entries pass. */
export function keepIf(bits: Uint32Array, keep: (entry: number) => boolean): void {
  for (let at = 0; at < bits.length; at++) {
    for (let rest = bits[at] ?? 0; rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest);
      if (!keep(at * 32 + bit)) bits[at] = (bits[at] ?? 0) & ~(1 << bit);
    }
  }
}

const denseBits = ({ data }: Postings, start: number, entries: number): Uint32Array =>
  new Uint32Array(data.buffer, data.byteOffset + start, bitmapWords(entries));

function eachGap(data: Uint8Array, start: number, count: number, call: (entry: number) => void): void {
  let at = start;
  let entry = -1;
  for (let n = 0; n < count; n++) {
    let byte = data[at++] ?? 0;
    let gap = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = data[at++] ?? 0;
      gap |= (byte & 0x7f) << shift;
    }
    entry += gap;
    call(entry);
  }
}

/** Collects entries of one term in ascending order; the same entry again is taken once. */
export interface Gathered {
  count: number;
  last: number;
  length: number;
  bytes: Uint8Array;
}

export const gathered = (): Gathered => ({ count: 0, last: -1, length: 0, bytes: new Uint8Array(8) });

export function gather(term: Gathered, entry: number): void {
  if (entry === term.last) return;
  if (term.length + 5 > term.bytes.length) {
    const wider = new Uint8Array(term.bytes.length * 2);
    wider.set(term.bytes);
    term.bytes = wider;
  }
  let gap = entry - term.last;
  for (; gap > 0x7f; gap >>>= 7) term.bytes[term.length++] = (gap & 0x7f) | 0x80;
  term.bytes[term.length++] = gap;
  term.last = entry;
  term.count += 1;
}

/** Lays the terms one behind the other, frequent ones as bitmaps. */
export function packPostings(terms: readonly Gathered[], entries: number): Postings {
  const counts = Uint32Array.from(terms, ({ count }) => count);
  const starts = new Uint32Array(terms.length + 1);
  terms.forEach(({ count, length }, n) => {
    const size = isDense(count, entries) ? bitmapWords(entries) * 4 : (length + 3) & ~3;
    starts[n + 1] = (starts[n] ?? 0) + size;
  });
  const data = new Uint8Array(starts[terms.length] ?? 0);
  const postings = { counts, starts, data };
  terms.forEach(({ count, length, bytes }, n) => {
    const start = starts[n] ?? 0;
    if (!isDense(count, entries)) {
      data.set(bytes.subarray(0, length), start);
      return;
    }
    const bits = denseBits(postings, start, entries);
    eachGap(bytes, 0, count, (entry) => {
      bits[entry >>> 5] = (bits[entry >>> 5] ?? 0) | (1 << (entry & 31));
    });
  });
  return postings;
}
