import { expect, test } from 'vitest';
import type { DossierList } from '../../renderer/worker/api.ts';
import type { Core } from '../../renderer/worker/boot/core.ts';
import { freshAesKey } from '../../renderer/worker/keys/wrap.ts';
import type { Searchable } from '../../renderer/worker/search/search-entry.ts';
import type { Segment } from '../../renderer/worker/search/snapshot.ts';
import { fold, foldedWords } from '../../shared/lib/fold.ts';
import { aDraft } from '../builders/a-draft.ts';
import { anOpenCounter, seen } from '../builders/a-machine.ts';
import { aSearchable } from '../builders/people.ts';
import { counted, onDisk, people, random, unlocked } from './an-unlocked-search.ts';

test('the kept index is taken over at the next unlock and answers the same', async () => {
  const store = counted(onDisk());
  const key = await freshAesKey();
  const first = await unlocked(store, key);
  expect(store.writes).toBe(1);
  expect((await store.read()).length).toBeGreaterThan(1);
  const second = await unlocked(store, key);
  expect(store.writes).toBe(1);
  for (const person of people.slice(0, 50)) {
    const typed = fold(person.applicant.name).slice(0, -1);
    expect(second.search.find(typed)).toEqual(first.search.find(typed));
    expect(second.search.find(typed)).toContain(person.id);
    expect(second.search.find(person.applicant.personalId.slice(-6))).toContain(person.id);
  }
});

test('changes wait for a quiet moment; a dossier that has gone is taken out of the kept index then', async () => {
  const store = counted(onDisk());
  const key = await freshAesKey();
  const { search, quiet } = await unlocked(store, key);
  const [gone] = people as [Searchable, ...Searchable[]];
  search.put(aSearchable(random, 10_000));
  quiet();
  search.remove(gone.id);
  expect(search.find(gone.applicant.personalId)).toEqual([]);
  quiet();
  await expect.poll(() => store.writes, { timeout: 20_000 }).toBe(2);
});

test('an index that is damaged, cut off, mixed, moved, of another key or of no known kind is built again', async () => {
  const kept = onDisk();
  const key = await freshAesKey();
  await unlocked(kept, key);
  const whole = await kept.read();
  await unlocked(kept, await freshAesKey());
  const other = await kept.read();
  const changed = (n: number, change: Partial<Segment>): Segment[] =>
    whole.map((segment) => (segment.id === n ? { ...segment, ...change } : segment));
  const flipped = Uint8Array.from(whole[0]?.c ?? [], (byte, at) => (at === 500 ? byte ^ 1 : byte));
  const cases: readonly (readonly Segment[])[] = [
    [],
    whole.slice(0, -1),
    whole.slice(1),
    other,
    changed(0, { c: flipped }),
    changed(1, { c: new Uint8Array() }),
    changed(1, { c: whole[0]?.c ?? new Uint8Array() }),
    changed(0, { snapshot: 'another' }),
    [{ id: 0, count: 1 } as Segment],
    [{ hello: 'world' } as unknown as Segment],
  ];
  for (const segments of cases) {
    const store = counted({ ...kept, read: async () => segments });
    const { search } = await unlocked(store, key);
    expect(store.writes).toBe(1);
    expect(search.find(people[7]?.applicant.personalId ?? '')).toEqual([people[7]?.id]);
  }
});

test('a disk that neither reads nor writes costs time and nothing else', async () => {
  const broken = async (): Promise<never> => {
    throw new DOMException('no', 'UnknownError');
  };
  const { search } = await unlocked({ read: broken, write: broken }, await freshAesKey());
  expect(search.find(people[3]?.applicant.personalId ?? '')).toEqual([people[3]?.id]);
});

test('no name, word, number or code lies in clear in the kept index', async () => {
  const store = onDisk();
  await unlocked(store, await freshAesKey());
  const rows = await store.read();
  const stored = Buffer.concat(rows.map(({ c }) => Buffer.from(c)));
  expect(stored.length).toBeGreaterThan(500_000);
  // what lies beside the sealed bytes is a place and nothing else
  expect([...new Set(rows.flatMap((row) => Object.keys(row)))].sort()).toEqual([
    'c',
    'count',
    'id',
    'snapshot',
  ]);
  for (const { applicant, provisionalCode, id } of people.slice(0, 200)) {
    const long = [
      applicant.name,
      fold(applicant.name),
      applicant.personalId,
      applicant.phone,
      provisionalCode,
      id,
    ];
    const words = foldedWords(applicant.name).filter((word) => word.length > 4);
    for (const needle of [...long, ...words])
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect([needle, stored.includes(Buffer.from(needle ?? '-'.repeat(9), encoding))]).toEqual([
          needle,
          false,
        ]);
  }
});

test('at the counter a dossier is found from the moment it is received, and no more once locked', async () => {
  const { core } = await anOpenCounter();
  const find = async (from: Core, query: string) =>
    ((await seen(from, 'dossiers', { tab: 'all', query })) as DossierList).rows;
  const draft = aDraft();
  const received = await core.call('receive', { commandId: crypto.randomUUID(), draft });
  expect(received.ok).toBe(true);
  for (const query of ['nguyen thi gia d', '000001', '2345678', 'P0B2-0'])
    expect([query, (await find(core, query)).length]).toEqual([query, 1]);
  await core.call('lock');
  expect(await find(core, 'nguyen')).toEqual([]);
});
