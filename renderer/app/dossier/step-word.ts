import type { Texts } from '../../text/texts.ts';

/** An operation's type in the clerk's words; a type newer than this program keeps its own name. */
export function stepWord(work: Texts['work'], type: string): string {
  const words: Readonly<Record<string, string>> = work.step;
  return words[type] ?? type;
}
