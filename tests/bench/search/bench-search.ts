import { cpus, loadavg } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Output } from '../../../build/cli/output.ts';
import {
  entryMatches,
  type Searchable,
  searchEntry,
  searchQuery,
} from '../../../renderer/worker/search/search-entry.ts';
import { aSearchable } from '../../builders/people.ts';
import { seeded } from '../../builders/sync-bench.ts';
import { peerVersion } from '../install-peers.ts';
import { type Engine, flexEngine, miniEngine, ourEngine } from './engines.ts';
import { mixedQueries } from './queries.ts';
import { measureUnlock } from './unlock.ts';

const QUERIES = 200;
/** Comparing a query with every dossier takes seconds when there are many: then every fifth query is compared. */
const COMPARED_WHOLLY = 20_000;

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

/** Memory in use after a collection: objects and array buffers. */
function usedMiB(): number {
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

interface Built<E extends Engine> {
  readonly engine: E;
  readonly buildMs: number;
  readonly memoryMiB: number;
}

async function built<E extends Engine>(make: () => E | Promise<E>): Promise<Built<E>> {
  const before = usedMiB();
  const begun = performance.now();
  const engine = await make();
  const buildMs = performance.now() - begun;
  return { engine, buildMs: Math.round(buildMs), memoryMiB: rounded(usedMiB() - before, 1) };
}

const rounded = (value: number, places: number): number => Number(value.toFixed(places));
const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** Every query by every engine in turn, the first one changing; per query the median of all rounds. */
function timed(
  engines: readonly Engine[],
  queries: readonly string[],
  repeats: number,
): Map<string, { p50: number; p95: number }> {
  const times = new Map(engines.map(({ name }) => [name, queries.map((): number[] => [])]));
  for (let round = -1; round < repeats; round++)
    queries.forEach((typed, n) => {
      for (let turn = 0; turn < engines.length; turn++) {
        const engine = engines[(turn + n + round + 1) % engines.length] as Engine;
        const begun = performance.now();
        engine.search(typed);
        // the first round only warms up
        if (round >= 0) times.get(engine.name)?.[n]?.push(performance.now() - begun);
      }
    });
  return new Map(
    [...times].map(([name, perQuery]) => {
      const medians = ascending(perQuery.map((all) => quantile(ascending(all), 0.5)));
      return [name, { p50: quantile(medians, 0.5), p95: quantile(medians, 0.95) }];
    }),
  );
}

async function benchSize(size: number, { seed, repeats }: SearchBench, say: Output['say']) {
  const random = seeded(seed);
  const people: readonly Searchable[] = Array.from({ length: size }, (_, n) => aSearchable(random, n));
  const queries = mixedQueries(random, people, QUERIES);
  const ours = await built(() => ourEngine(people));
  const flex = await built(() => flexEngine(people));
  const mini = await built(() => miniEngine(people));
  const all = [ours, flex, mini];
  const times = timed(
    all.map(({ engine }) => engine),
    queries,
    repeats,
  );
  const { index, everything, longestSliceMs } = ours.engine;
  const entries = people.map(searchEntry);
  const compared = queries.filter((_, n) => size <= COMPARED_WHOLLY || n % 5 === 0);
  const exact = compared.filter((typed) => {
    const query = searchQuery(typed);
    const expected = entries.filter((entry) => entryMatches(entry, query)).map(({ id }) => id);
    return expected.sort().join() === [...everything.find(typed)].sort().join();
  }).length;
  const figures = Object.fromEntries(
    all.map(({ engine: { name }, buildMs, memoryMiB }) => {
      const { p50 = 0, p95 = 0 } = times.get(name) ?? {};
      return [name, { p50Ms: rounded(p50, 4), p95Ms: rounded(p95, 4), buildMs, memoryMiB }];
    }),
  );
  const ratio = (peer: string, part: 'p50' | 'p95'): number =>
    rounded((times.get(peer)?.[part] ?? 0) / (times.get('tram')?.[part] ?? 1), 1);
  const result = {
    size,
    exact,
    compared: compared.length,
    engines: figures,
    timesFaster: {
      flexsearch: { p50: ratio('flexsearch', 'p50'), p95: ratio('flexsearch', 'p95') },
      minisearch: { p50: ratio('minisearch', 'p50'), p95: ratio('minisearch', 'p95') },
    },
    longestSliceMs: rounded(longestSliceMs, 1),
    unlock: await measureUnlock(people, index),
  };
  say(`${size} dossiers: ${JSON.stringify(result, undefined, 2)}`);
  return result;
}

export interface SearchBench {
  readonly sizes: readonly number[];
  readonly seed: number;
  /** rounds that count; one more warms up */
  readonly repeats: number;
}

/** Measures each size with our index and both peers in memory at once, and says so with machine and load. */
export async function benchSearch(bench: SearchBench, out: Output): Promise<void> {
  const results = [];
  for (const size of bench.sizes) results.push(await benchSize(size, bench, out.say));
  const [processor] = cpus();
  const machine = {
    node: process.version,
    processor: processor?.model,
    cores: cpus().length,
    load: loadavg()[0],
  };
  const peers = { flexsearch: peerVersion('flexsearch'), minisearch: peerVersion('minisearch') };
  const { seed, repeats } = bench;
  out.finish({ bench: 'search', seed, queries: QUERIES, repeats, machine, peers, results }, 'done');
  if (results.some(({ exact, compared }) => exact !== compared)) process.exitCode = 1;
}
