// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for here
const UNSEEN = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

/** True when a text holds control, zero-width or direction characters: nothing a clerk types, everything that deceives a reader. */
export const hasUnseenCharacters = (text: string): boolean => UNSEEN.test(text);

/** The same for texts of several lines, where line breaks may stand. */
export const hasUnseenInLines = (text: string): boolean => UNSEEN.test(text.replaceAll('\n', ''));

/** True when every accent is one character with its letter, the only spelling that is stored. */
export const isComposed = (text: string): boolean => text === text.normalize('NFC');
