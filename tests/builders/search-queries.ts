import type { Searchable } from '../../renderer/worker/search/search-entry.ts';
import { fold, matchesWords } from '../../shared/lib/fold.ts';
import { aName, digits, oneOf, type Random } from './people.ts';

/** What searching means, said without index, entry or cache; the index must find exactly this. */
export function answers(
  { applicant, procedure, officialCode, provisionalCode }: Searchable,
  typed: string,
): boolean {
  const compact = fold(typed).replace(/[\s.-]/g, '');
  const codes = [officialCode ?? '', provisionalCode].map((code) => code.toLowerCase().replace(/[.-]/g, ''));
  if (compact.length >= 3 && codes.some((code) => code.includes(compact))) return true;
  const numbers = [applicant.personalId, applicant.phone ?? ''];
  if (/^\d{3,}$/.test(compact) && numbers.some((number) => number.includes(compact))) return true;
  return matchesWords(typed, `${applicant.name} ${procedure.name}`);
}

/** Anything somebody might type, mostly about one of these people. */
export function aQuery(random: Random, people: readonly Searchable[]): string {
  const { applicant, provisionalCode, officialCode, procedure } = oneOf(random, people);
  const cut = (text: string): string => text.slice(0, 1 + Math.floor(random() * text.length));
  const words = applicant.name.split(' ');
  const inside = (text: string): string => text.slice(Math.floor(random() * (text.length - 3)));
  const kinds: readonly (() => string)[] = [
    () => [...words.slice(0, -1), cut(words.at(-1) ?? '')].join(' '),
    () => fold([...words.slice(0, -1), cut(words.at(-1) ?? '')].join(' ')),
    () => applicant.name.normalize(random() < 0.5 ? 'NFD' : 'NFC').toUpperCase(),
    () => words.map(cut).reverse().join(' '),
    () => cut(oneOf(random, words)),
    () => `${cut(words[0] ?? '')} ${cut(words[0] ?? '')}`,
    () => cut(procedure.name),
    () => `${words.at(-1)} ${cut(oneOf(random, procedure.name.split(' ')))}`,
    () => aName(random),
    () => applicant.personalId.slice(-3 - Math.floor(random() * 10)),
    () => cut(inside(applicant.personalId)),
    () => (applicant.phone ?? '0912').slice(-3 - Math.floor(random() * 7)),
    () => cut(inside(provisionalCode)),
    () => inside(officialCode ?? 'H12.34'),
    () => digits(random, 3),
    () => '😀 <b> 12',
  ];
  return oneOf(random, kinds)();
}
