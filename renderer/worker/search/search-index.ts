import type { Postings } from './postings.ts';

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
/** The smallest number below `end` for which `test` holds, `end` when none does; `test` must go from false to true once. */
export function lowest(end: number, test: (n: number) => boolean): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
