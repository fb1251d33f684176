import type { SeededRandom } from '../../../gateway/demo/seeded-random.ts';

/** Every fault a run can meet, with the chance each has in it. */
const largest = {
  requestLost: 0.15,
  requestLate: 0.5,
  requestDoubled: 0.15,
  replyLost: 0.15,
  replyCut: 0.05,
  replySlow: 0.1,
  badGateway: 0.08,
  captivePortal: 0.04,
  serverAborts: 0.1,
  lineDown: 0.6,
  windowDies: 0.5,
  windowDiesAtReply: 0.03,
  appendRefused: 0.04,
  appendUnanswered: 0.06,
  commitFails: 0.03,
  clockJumps: 0.3,
  storeEmptied: 0.25,
  storeOlder: 0.25,
  hostFolderOlder: 0.2,
  machineOlder: 0.2,
  machineCloned: 0.12,
  provinceRestored: 0.4,
  provinceRestoredUnderway: 0.01,
} as const;

export type Fault = keyof typeof largest;

/** The mix of one seed: each fault is absent, or has a chance up to its largest (swarm testing). Counts what it did. */
export class Faults {
  readonly counts = new Map<Fault, number>();
  private readonly chances: ReadonlyMap<Fault, number>;
  on = true;

  constructor(private readonly random: SeededRandom) {
    const drawn = Object.entries(largest).map(([fault, most]): [Fault, number] => {
      const present = random.next() < 0.6;
      return [fault as Fault, present ? most * (0.2 + 0.8 * random.next()) : 0];
    });
    this.chances = new Map(drawn);
  }

  /** Whether the fault strikes now; one draw each time, so that a run repeats. */
  strikes(fault: Fault): boolean {
    const struck = this.random.next() < (this.chances.get(fault) ?? 0) && this.on;
    if (struck) this.counts.set(fault, (this.counts.get(fault) ?? 0) + 1);
    return struck;
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }
}
