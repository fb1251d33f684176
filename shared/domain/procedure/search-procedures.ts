import { fold, foldedWords, matchesWords } from '../../lib/fold.ts';
import type { Procedure } from './procedure.ts';

/**
 * Finds procedures by name, code, sector or keyword, without accents and by beginnings of words, best first: an exact run
 * of words in the name, then the name, then the rest; received here before elsewhere; shorter names before longer ones.
 */
export function searchProcedures(query: string, procedures: readonly Procedure[]): readonly Procedure[] {
  const found = procedures.flatMap((procedure) => {
    const rank = rankOf(query, procedure);
    return rank === undefined ? [] : [{ procedure, rank }];
  });
  return found
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        elsewhere(a.procedure) - elsewhere(b.procedure) ||
        a.procedure.name.value.length - b.procedure.name.value.length ||
        (a.procedure.code < b.procedure.code ? -1 : 1),
    )
    .map(({ procedure }) => procedure);
}

const elsewhere = (procedure: Procedure): number => (procedure.systemOfRecord === 'province' ? 0 : 1);

function rankOf(query: string, procedure: Procedure): number | undefined {
  if (fold(procedure.code).startsWith(fold(query))) return 0;
  if (runsIn(foldedWords(query), foldedWords(procedure.name.value))) return 1;
  if (matchesWords(query, procedure.name.value)) return 2;
  const extra = [procedure.name.value, procedure.sector, procedure.code, ...(procedure.keywords ?? [])];
  return matchesWords(query, extra.join(' ')) ? 3 : undefined;
}

/** The words of the query begin neighbouring words of the name, in order. */
const runsIn = (query: readonly string[], name: readonly string[]): boolean =>
  name.some((_, start) => query.every((word, index) => name[start + index]?.startsWith(word) ?? false));
