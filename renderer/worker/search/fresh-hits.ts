import { entryMatches, matchesExactly, type SearchEntry, type SearchQuery } from './search-entry.ts';
import type { SearchIndex } from './search-index.ts';

/** Entries outside the index that answer a query, newest first within each group. */
export function freshHits(
  entries: Iterable<SearchEntry>,
  query: SearchQuery,
): { readonly exact: readonly SearchEntry[]; readonly loose: readonly SearchEntry[] } {
  const hits = [...entries].filter((entry) => entryMatches(entry, query)).sort((a, b) => b.at - a.at);
  return {
    exact: hits.filter((entry) => matchesExactly(entry, query)),
    loose: hits.filter((entry) => !matchesExactly(entry, query)),
  };
}

/** Ids of entries of the index and of others, both newest first, as one row. */
export function inTurn(
  index: SearchIndex | undefined,
  found: readonly number[],
  fresh: readonly SearchEntry[],
): string[] {
  const ids: string[] = [];
  let next = 0;
  for (const entry of found) {
    for (; (fresh[next]?.at ?? Number.NEGATIVE_INFINITY) > (index?.at[entry] ?? 0); next++)
      ids.push(fresh[next]?.id ?? '');
    ids.push(index?.ids[entry] ?? '');
  }
  return [...ids, ...fresh.slice(next).map(({ id }) => id)];
}
