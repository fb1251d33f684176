import type { Searchable } from '../../../renderer/worker/search/search-entry.ts';
import { fold } from '../../../shared/lib/fold.ts';
import { oneOf, type Random } from '../../builders/people.ts';

/** What clerks type, mixed: names with an unfinished last word, with accents, two words, one, ends of code, number, phone. */
export function mixedQueries(
  random: Random,
  people: readonly Searchable[],
  count: number,
): readonly string[] {
  return Array.from({ length: count }, () => {
    const { applicant, officialCode, provisionalCode } = oneOf(random, people);
    const words = fold(applicant.name).split(' ');
    const last = words.at(-1) ?? '';
    const kind = random();
    if (kind < 0.35) return [...words.slice(0, -1), last.slice(0, random() < 0.5 ? 1 : 2)].join(' ');
    if (kind < 0.5) return applicant.name;
    if (kind < 0.65) return words.slice(-2).join(' ');
    if (kind < 0.7) return last;
    if (kind < 0.8) return (officialCode ?? provisionalCode.slice(5, 10)).slice(-6);
    if (kind < 0.9) return applicant.personalId.slice(random() < 0.5 ? -4 : -6);
    return random() < 0.5 ? (applicant.phone ?? '0912') : (applicant.phone ?? '0912').slice(-4);
  });
}
