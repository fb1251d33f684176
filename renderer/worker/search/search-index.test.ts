import { describe, expect, it } from 'vitest';
import { fold } from '../../../shared/lib/fold.ts';
import { aSearchable, oneOf } from '../../../tests/builders/people.ts';
import { answers, aQuery } from '../../../tests/builders/search-queries.ts';
import { seeded } from '../../../tests/builders/sync-bench.ts';
import { createDossierSearch } from './dossier-search.ts';
import { indexBytes, indexFromBytes } from './index-bytes.ts';
import type { Searchable } from './search-entry.ts';

const slicing = { now: () => performance.now(), rest: () => new Promise<void>(setImmediate) };
const neverResting = { now: () => 0, rest: async () => undefined };

const sortedIds = (found: readonly Searchable[]): readonly string[] => found.map(({ id }) => id).sort();

describe('the search index', () => {
  it('finds exactly what comparing every dossier finds, also for long names, changes and removals', async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    console.log(`search property: SEED=${seed}`);
    const random = seeded(seed);
    for (const size of [0, 1, 40, 700]) {
      const people = new Map<string, Searchable>();
      const search = createDossierSearch();
      const put = (person: Searchable): void => {
        people.set(person.id, person);
        search.put(person);
      };
      for (let n = 0; n < size; n++) put(aSearchable(random, n, oneOf(random, [4, 12])));
      const built = await search.build(slicing);
      for (let round = 0; round < 3; round++) {
        for (let n = 0; n < 60 && size > 0; n++) {
          const typed = aQuery(random, [...people.values()]);
          const expected = sortedIds([...people.values()].filter((person) => answers(person, typed)));
          if (fold(typed) === '') continue;
          expect([seed, typed, [...search.find(typed)].sort()]).toEqual([seed, typed, expected]);
        }
        for (const person of [...people.values()].slice(0, 20)) {
          const { name } = aSearchable(random, 0, 9).applicant;
          if (random() < 0.3) people.delete(person.id) && search.remove(person.id);
          else put({ ...person, applicant: { ...person.applicant, name } });
        }
        put(aSearchable(random, size + round));
        if (round === 1) await search.build(neverResting);
      }
      expect(built?.ids).toHaveLength(size);
    }
  });

  it('comes back from its bytes the same, and from changed bytes not at all or harmless', async () => {
    const random = seeded(7);
    const people = Array.from({ length: 300 }, (_, n) => aSearchable(random, n));
    const search = createDossierSearch();
    for (const person of people) search.put(person);
    const index = await search.build(slicing);
    if (!index) throw new Error('no index');
    const bytes = indexBytes(index);
    expect(indexFromBytes(bytes)).toEqual(index);
    expect(indexFromBytes(bytes.slice(0, -8))).toBeUndefined();
    expect(indexFromBytes(new Uint8Array())).toBeUndefined();
    const newer = bytes.slice();
    newer[0] = 2;
    expect(indexFromBytes(newer)).toBeUndefined();
    const longer = bytes.slice();
    longer[9] = 1 ^ (longer[9] ?? 0);
    expect(indexFromBytes(longer)).toBeUndefined();
  });

  it('of another day speaks only for the dossiers that are still as it says', async () => {
    const random = seeded(11);
    const people = Array.from({ length: 300 }, (_, n) => aSearchable(random, n));
    const before = createDossierSearch();
    for (const person of people) before.put(person);
    const index = await before.build(slicing);
    if (!index) throw new Error('no index');
    const renamed = people
      .slice(10)
      .map((person, n) =>
        n < 5 ? { ...person, applicant: { ...person.applicant, name: 'Quách Thị Tưởng Tượng' } } : person,
      );
    const after = createDossierSearch();
    for (const person of renamed) after.put(person);
    await after.adopt(index, slicing);
    expect(after.behind()).toEqual({ changed: 5, removed: 10 });
    expect(after.find('tuong tuong')).toHaveLength(5);
    for (const person of people.slice(0, 15))
      expect(after.find(person.applicant.name)).toEqual(
        renamed
          .filter((present) => answers(present, person.applicant.name))
          .map(({ id }) => id)
          .reverse(),
      );
  });

  it('puts words in the order typed first and the newest before the older, up to the limit', async () => {
    const named = (n: number, name: string): Searchable => {
      const person = aSearchable(seeded(n), n);
      return { ...person, applicant: { ...person.applicant, name } };
    };
    const people = [
      'Nguyễn Văn Hùng',
      'Hùng Văn Nguyễn',
      'Nguyễn Văn Hưng',
      'Văn Nguyễn Hùng',
      'Lê Nguyễn Văn Hùng',
    ];
    const search = createDossierSearch();
    people.slice(0, 3).forEach((name, n) => {
      search.put(named(n, name));
    });
    await search.build(slicing);
    people.slice(3).forEach((name, n) => {
      search.put(named(n + 3, name));
    });
    const ids = people.map((name, n) => named(n, name).id);
    const order = [4, 2, 0, 3, 1].map((n) => ids[n]);
    expect(search.find('nguyen van h')).toEqual(order);
    expect(search.find('nguyen van h', 2)).toEqual(order.slice(0, 2));
    await search.build(slicing);
    expect(search.find('nguyen van h')).toEqual(order);
    expect(search.find('nguyen van h', 4)).toEqual(order.slice(0, 4));
  });

  it('cleared while it is being built ends empty', async () => {
    const search = createDossierSearch();
    for (let n = 0; n < 100; n++) search.put(aSearchable(seeded(n), n));
    let ticks = 0;
    const building = search.build({ now: () => ticks++ * 100, rest: async () => search.clear() });
    expect(await building).toBeUndefined();
    expect(search.find('nguyen')).toEqual([]);
    expect(search.behind()).toEqual({ changed: 0, removed: 0 });
  });
});
