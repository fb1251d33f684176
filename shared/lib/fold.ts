/**
 * Text without accents and case, for searching: both spelling styles (ủy, uỷ) and texts typed without accents fold to the
 * same letters. Signs become single blanks; digits stay.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The folded words of a text. */
export const foldedWords = (text: string): readonly string[] => {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
};

/**
 * True when every word of the query begins a word of its own in the text, in any order: "kh sinh" finds "Đăng ký khai sinh".
 * An empty query finds everything.
 */
export const matchesWords = (query: string, text: string): boolean =>
  beginWords(foldedWords(query), foldedWords(text));

/** The same for words already folded: each of `wanted` begins one of `words`, and no two the same one. */
export function beginWords(wanted: readonly string[], words: readonly string[]): boolean {
  const left = [...words];
  // Longest words first, so that a short one does not take the only place of a long one.
  return [...wanted]
    .sort((a, b) => b.length - a.length)
    .every((word) => {
      const place = left.findIndex((candidate) => candidate.startsWith(word));
      if (place >= 0) left.splice(place, 1);
      return place >= 0;
    });
}
