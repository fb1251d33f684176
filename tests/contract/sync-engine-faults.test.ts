import fc from 'fast-check';
import { describe, it } from 'vitest';
import { HostError } from '../../shared/host/host-error.ts';
import { seeded, syncBench, VirtualTime } from '../builders/sync-bench.ts';
import { type Fault, MemoryGateway, refusal, textAnswer } from '../fakes/memory-gateway.ts';
import { MemorySyncStore } from '../fakes/memory-sync-store.ts';

type Turn =
  | { readonly do: 'write'; readonly count: number }
  | { readonly do: 'attach' }
  | { readonly do: 'pause' }
  | { readonly do: 'kick' }
  | { readonly do: 'restoreProvince' }
  | { readonly do: 'restoreCounter' };

const faults: readonly Fault[] = [
  { before: () => new HostError('line-unreachable', 'ECONNRESET') },
  { before: () => new HostError('line-timeout', '30000') },
  { after: () => new HostError('line-unreachable', 'answer-lost') },
  { after: () => new HostError('line-timeout', '30000') },
  { twice: true },
  { twice: true, after: () => new HostError('line-unreachable', 'answer-cut') },
  { before: () => refusal(500, 'internal') },
  { after: () => refusal(500, 'internal') },
  { before: () => refusal(429, 'too-many', 5) },
  { before: () => refusal(503, 'busy', 2) },
  { before: () => refusal(413, 'too-large') },
  { before: () => textAnswer(200, '<html>', { 'content-type': 'text/html' }) },
  { after: (answer) => ({ ...answer, body: answer.body.subarray(0, answer.body.length >> 1) }) },
  { before: () => refusal(401, 'clock-skew') },
];

const turn: fc.Arbitrary<Turn> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('write' as const), count: fc.integer({ min: 1, max: 70 }) }),
  },
  { weight: 2, arbitrary: fc.constant<Turn>({ do: 'attach' }) },
  { weight: 3, arbitrary: fc.constant<Turn>({ do: 'pause' }) },
  { weight: 1, arbitrary: fc.constant<Turn>({ do: 'kick' }) },
  { weight: 1, arbitrary: fc.constant<Turn>({ do: 'restoreProvince' }) },
  { weight: 2, arbitrary: fc.constant<Turn>({ do: 'restoreCounter' }) },
);

const SETTLE_MS = 60 * 24 * 3_600_000;

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

interface Outcome {
  readonly gateway: MemoryGateway;
  readonly store: MemorySyncStore;
  readonly written: readonly { id: string; entity: string }[];
  readonly bugs: readonly unknown[];
}

/** Runs the turns under random faults, then lets the line be well until everything has settled. */
async function aDay(turns: readonly Turn[], seed: number, loss: number): Promise<Outcome> {
  const random = seeded(seed);
  const time = new VirtualTime();
  const store = new MemorySyncStore();
  let well = false;
  const gateway = new MemoryGateway(
    () => time.now,
    () => (well || random() >= loss ? undefined : faults[Math.floor(random() * faults.length)]),
  );
  const { engine, until, bugs } = syncBench({ store, request: gateway.request, time, random });
  const written: { id: string; entity: string }[] = [];
  let nightlies = [gateway.copy()];
  const backups = [store.copy()];
  const anyOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const atProvince = () => written.every((act) => gateway.state.verdicts.has(act.id));
  const settled = () => atProvince() && store.state.written.every(({ verdict }) => verdict);
  for (const one of turns) {
    if (one.do === 'write')
      for (let n = 0; n < one.count; n++) {
        const act = { id: id(written.length + 1), entity: `dossier-${Math.floor(random() * 4)}` };
        written.push(act);
        store.write(act.id, act.entity);
      }
    if (one.do === 'attach') store.attach(`page ${Math.floor(random() * 20)}`);
    if (one.do === 'restoreProvince') gateway.restore(anyOf(nightlies));
    if (one.do === 'restoreCounter') {
      // what only the lost copies held is on nobody's disk: it must have reached the province, and stay there
      await until(settled, SETTLE_MS);
      store.restore(anyOf(backups.slice(-3)));
      nightlies = [];
    }
    const turnEnds = time.now + Math.floor(random() * 90_000);
    if (one.do === 'pause') await until(() => time.now >= turnEnds);
    if (one.do === 'write' && random() < 0.7) engine.kick();
    if (one.do === 'kick') engine.kick('line');
    nightlies.push(gateway.copy());
    backups.push(store.copy());
  }
  well = true;
  engine.kick('line');
  await until(
    () =>
      store.state.written.every(({ verdict }) => verdict) &&
      store.state.files.every(({ arrived }) => arrived) &&
      store.state.generation === gateway.generation &&
      store.state.epoch === gateway.state.epoch &&
      atProvince(),
    SETTLE_MS,
  );
  await engine.stop();
  return { gateway, store, written, bugs };
}

function check({ gateway, store, written, bugs }: Outcome): void {
  const problems: string[] = [];
  const effective = gateway.state.effective;
  if (new Set(effective.map((act) => act.id)).size !== effective.length)
    problems.push('an act took effect twice');
  if (effective.length !== written.length) problems.push(`${effective.length} of ${written.length} arrived`);
  for (const entity of new Set(written.map((act) => act.entity))) {
    const there = effective.filter((act) => act.entity === entity).map((act) => act.id);
    const here = written.filter((act) => act.entity === entity).map((act) => act.id);
    if (there.join() !== here.join()) problems.push(`order of ${entity} differs`);
  }
  for (const { sha256 } of store.state.files)
    if (gateway.state.files.get(sha256) !== 1) problems.push('a file is not stored exactly once');
  if (bugs.length > 0) problems.push(`bug: ${String(bugs[0])}`);
  if (problems.length > 0) throw new Error(problems.join('; '));
}

describe('whatever is lost on the way', () => {
  it('every act arrives exactly once and in order, every file once', async () => {
    const seed = Number(process.env.TRAM_SEED ?? 20_261_123);
    console.info(`sync faults: seed ${seed} (TRAM_SEED repeats it)`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(turn, { minLength: 4, maxLength: 20 }),
        fc.integer({ min: 1, max: 2 ** 31 }),
        fc.double({ min: 0, max: 0.6, noNaN: true }),
        async (turns, daySeed, loss) => check(await aDay(turns, daySeed, loss)),
      ),
      { seed, numRuns: Number(process.env.TRAM_RUNS ?? 150) },
    );
  }, 120_000);
});
