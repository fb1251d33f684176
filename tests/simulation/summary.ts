import type { SeedResult } from './run-seed.ts';

const losing: ReadonlySet<string> = new Set(['I1', 'I8', 'I9']);
const doubling: ReadonlySet<string> = new Set(['I2', 'I5']);

/** What a number of seeds came to. */
export class Summary {
  private readonly results: SeedResult[] = [];

  add(result: SeedResult): void {
    this.results.push(result);
  }

  totals() {
    const sum = (of: (result: SeedResult) => number): number =>
      this.results.reduce((all, one) => all + of(one), 0);
    const broken = (wanted: ReadonlySet<string>) =>
      sum(({ violations }) => violations.filter(({ invariant }) => wanted.has(invariant)).length);
    return {
      seeds: this.results.length,
      simDays: sum(({ simDays }) => simDays),
      deviceDays: sum(({ deviceDays }) => deviceDays),
      operations: sum(({ operations }) => operations),
      faults: sum(({ faults }) => [...faults.values()].reduce((all, count) => all + count, 0)),
      lost: broken(losing),
      doubled: broken(doubling),
      violations: sum(({ violations }) => violations.length),
      failedSeeds: this.results.filter(({ violations }) => violations.length > 0).map(({ seed }) => seed),
    };
  }

  byFault(): ReadonlyMap<string, number> {
    const all = new Map<string, number>();
    for (const { faults } of this.results)
      for (const [fault, count] of faults) all.set(fault, (all.get(fault) ?? 0) + count);
    return all;
  }
}
