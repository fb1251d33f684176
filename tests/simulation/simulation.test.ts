import { afterAll, beforeAll, expect, test } from 'vitest';
import { runSeed, type SeedResult } from './run-seed.ts';
import { Province } from './world/province.ts';

const FIRST = Number(process.env.TRAM_SEED ?? 1);
const OFFSETS = process.env.FULL ? [0, 1, 3, 4] : [0, 1];

const seeds = OFFSETS.map((offset) => FIRST + offset);

let province: Province;
beforeAll(async () => {
  province = await Province.open();
}, 120_000);
afterAll(() => province.close());

const brokenPromises = ({ seed, violations }: SeedResult): readonly string[] =>
  violations.map(({ invariant, detail }) => `seed ${seed}: ${invariant} ${detail}`);

test('days of faults lose nothing, double nothing and leave every screen as the province has it', async () => {
  const broken: string[] = [];
  let operations = 0;
  for (const seed of seeds) {
    const result = await runSeed(seed, province);
    operations += result.operations;
    broken.push(...brokenPromises(result));
  }
  expect(broken).toEqual([]);
  expect(operations).toBeGreaterThan(seeds.length * 20);
}, 1_200_000);

test('the same seed gives the same days, twice', async () => {
  const first = await runSeed(FIRST, province);
  const again = await runSeed(FIRST, province);
  expect(again.trace).toBe(first.trace);
}, 300_000);
