import { SeededRandom } from '../../../gateway/demo/seeded-random.ts';
import type { DeskAct } from '../../../gateway/desk/act.ts';
import type { DossierStatus } from '../../../shared/domain/dossier/dossier.ts';
import { Enrolment } from '../../../shared/protocol/enrolment.ts';
import { CounterMachine, PIN } from './counter-machine.ts';
import { Faults } from './faults.ts';
import { Line } from './line.ts';
import { Oracle } from './oracle.ts';
import type { Province } from './province.ts';
import { Schedule } from './schedule.ts';
import { Trace } from './trace.ts';

/** A promise of the product that was not kept; the first word names the invariant (sync.md §4.1). */
export interface Violation {
  readonly invariant: string;
  readonly detail: string;
}

const BEGIN = Date.parse('2026-11-29T00:00:00.000Z');

/** One seed's world: a commune with its machines and clerks, the province, the line between them, and everything's bad luck. */
export class World {
  readonly random: SeededRandom;
  readonly faults: Faults;
  readonly oracle = new Oracle();
  readonly violations: Violation[] = [];
  readonly machines: readonly CounterMachine[];
  readonly lines: readonly Line[];
  readonly schedule: Schedule;
  readonly trace: Trace;
  backedUp = false;

  constructor(
    seed: number,
    readonly province: Province,
    devices: number,
    tell?: (line: string) => void,
  ) {
    this.random = new SeededRandom(seed);
    this.faults = new Faults(this.random);
    this.trace = new Trace(tell);
    this.schedule = new Schedule(BEGIN, async () => {
      for (const { window } of this.machines) if (window?.alive) await window.settled();
    });
    province.now = () => this.schedule.now;
    province.aborts = () => this.faults.strikes('serverAborts');
    const { schedule, random, faults, oracle } = this;
    this.lines = Array.from(
      { length: devices },
      () => new Line(schedule, random, faults, province, () => this.restoreProvince()),
    );
    this.machines = this.lines.map((line, number) => {
      const onBug = (error: unknown): void => this.violation('B', `D${number} ${String(error)}`);
      const tell = (...parts: string[]): void => this.note(number, ...parts);
      return new CounterMachine(number, { schedule, random, faults, line, onBug, tell }, oracle);
    });
  }

  note(...parts: readonly (string | number | boolean | undefined)[]): void {
    this.trace.note(this.schedule.now, ...parts);
  }

  violation(invariant: string, detail: string): void {
    this.violations.push({ invariant, detail });
    this.note('VIOLATION', invariant, detail);
  }

  /** Enrols every machine on a quiet morning. */
  async enrol(): Promise<void> {
    this.faults.on = false;
    for (const machine of this.machines) {
      const signed = await this.province.enrolment(`Quầy ${machine.number}`);
      const { device, series, clerks } = Enrolment.parse(JSON.parse(signed.enrolment));
      this.trace.name(device, `D${machine.number}`);
      this.trace.name(`P${series}-`, `P${machine.number}-`);
      const { core } = machine.open();
      const secrets = clerks.map(({ id }) => ({ clerk: id, secret: PIN }));
      const enrolled = await core.call('enrol', { file: JSON.stringify(signed), secrets });
      if (!enrolled.ok) throw new Error(`enrol: ${enrolled.error.code}`);
      machine.window?.die();
    }
    this.faults.on = true;
  }

  /** Opens a window and its counter; false when it did not come so far. */
  async unlock(machine: CounterMachine, callsLeft?: number): Promise<boolean> {
    machine.whole = false;
    const window = machine.open();
    window.callsLeft = callsLeft;
    const clerk = this.random.pick(['lan.nt', 'minh.tv']);
    const opening = window.core.call('unlock', { clerk, secret: PIN });
    const answer = await Promise.race([opening, window.died]);
    machine.whole = answer?.ok === true;
    this.note(machine.number, 'unlock', clerk, answer ? (answer.ok ? 'open' : answer.error.code) : 'died');
    if (!machine.whole) window.die();
    else await window.settled();
    return machine.whole;
  }

  async backUpProvince(): Promise<void> {
    await this.province.backup('backup');
    this.backedUp = true;
  }

  async restoreProvince(): Promise<void> {
    if (!this.backedUp) return;
    this.note('province restored');
    await this.province.restore('backup');
  }

  /** The province's own desk does something to some dossier. */
  async provinceActs(): Promise<void> {
    const rows = await this.province.database.query<{ id: string; status: DossierStatus }>(
      'select id, status from dossier order by id',
    );
    const row = rows[this.random.between(0, Math.max(0, rows.length - 1))];
    const act = row && this.deskAct(row.status);
    if (!row || !act) return;
    const verdict = await this.province.act(row.id, act).catch(() => undefined);
    this.note('province', act.type, verdict?.result ?? 'aborted');
  }

  private deskAct(status: DossierStatus): DeskAct | undefined {
    const ask: DeskAct = {
      type: 'dossier.requestSupplement',
      payload: { items: ['Giấy chứng sinh'], reason: 'thiếu trang' },
    };
    if (status === 'received')
      return this.random.next() < 0.8 ? { type: 'dossier.accept', payload: { from: 'received' } } : ask;
    if (status !== 'processing') return undefined;
    return this.random.next() < 0.7 ? { type: 'dossier.finish', payload: { outcome: 'Đã giải quyết' } } : ask;
  }
}
