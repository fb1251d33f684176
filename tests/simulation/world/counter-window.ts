import type { SeededRandom } from '../../../gateway/demo/seeded-random.ts';
import type { Core } from '../../../renderer/worker/boot/core.ts';
import type { WorkStore } from '../../../renderer/worker/store/work-store.ts';
import { createSyncEngine, type SyncEngine } from '../../../renderer/worker/sync/engine.ts';
import type { SyncEnginePorts } from '../../../renderer/worker/sync/engine-ports.ts';
import type { Host } from '../../../shared/host/contract.ts';
import { HostError } from '../../../shared/host/host-error.ts';
import { aMachine } from '../../builders/a-machine.ts';
import type { MemoryDisk } from '../../fakes/memory-disk.ts';
import { memoryHost } from '../../fakes/memory-host.ts';
import { type MemoryDatabase, memoryWorkStore } from '../../fakes/memory-work-store.ts';
import type { Faults } from './faults.ts';
import type { Line } from './line.ts';
import type { Schedule } from './schedule.ts';

export interface WindowWorld {
  readonly schedule: Schedule;
  readonly random: SeededRandom;
  readonly faults: Faults;
  readonly line: Line;
  readonly disk: MemoryDisk;
  readonly database: MemoryDatabase;
  /** the machine's own clock, right or wrong */
  readonly wall: () => number;
  readonly onBug: (error: unknown) => void;
  readonly tell: (...parts: string[]) => void;
}

const changing: ReadonlySet<string> = new Set([
  ...['vaultWrite', 'vaultAttempt', 'vaultOpened', 'journalAppend', 'storeMark', 'draftWrite', 'draftClear'],
  ...['blobWrite', 'blobCommit', 'print', 'commit', 'clear'],
]);

const never = <T>(): Promise<T> => new Promise(() => undefined);

/**
 * One life of the shipped worker on a machine. It may die between any two calls of its ports: from then on none of its
 * calls returns or has an effect, as after a power cut.
 */
export class CounterWindow {
  readonly core: Core;
  readonly died: Promise<void>;
  alive = true;
  /** the engine sleeps, waits for an answer, or is not there */
  resting = true;
  /** changing calls until the power is cut; undefined: not in this life */
  callsLeft: number | undefined;
  private readonly injected = new WeakSet<object>();
  private readonly startedAt: number;
  private finish: () => void = () => undefined;
  private rested: () => void = () => undefined;

  constructor(private readonly world: WindowWorld) {
    this.startedAt = world.schedule.now;
    this.died = new Promise((resolve) => {
      this.finish = resolve;
    });
    const { wall, random, disk } = world;
    const monotonic = () => world.schedule.now - this.startedAt;
    const host = memoryHost({
      disk,
      now: wall,
      monotonic,
      workspace: 'practice',
      request: (ask) => this.request(ask),
    });
    this.core = aMachine().start({
      host: this.guarded({ ...host, log: async ({ code, detail }) => world.tell('log', code, detail) }),
      clock: { now: wall, monotonic },
      ids: {
        uuidV7: () => random.uuidV7(wall()),
        randomHex: (size) =>
          Array.from({ length: size * 2 }, () => random.between(0, 15).toString(16)).join(''),
        random: () => random.next(),
      },
      openStore: async () => this.guarded(memoryWorkStore(world.database)),
      makeReceipt: async ({ reception, at }) =>
        new TextEncoder().encode(`%PDF-1.4 ${reception.provisionalCode} ${reception.applicant.name} ${at}`),
      markReprint: async (pdf) => pdf,
      startEngine: (ports) => this.startEngine(ports),
      onBug: (error) => {
        if (this.alive && !this.isPlanted(error)) world.onBug(error);
      },
    });
  }

  /** The power goes, or the process is killed. */
  die(): void {
    this.alive = false;
    this.rest();
    this.finish();
  }

  /** Resolves when the engine rests. */
  async settled(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (!this.resting)
      await new Promise<void>((resolve) => {
        this.rested = resolve;
      });
  }

  /** An answer reaches this life, if it still is one. */
  answered(deliver: () => void): void {
    if (!this.alive) return;
    this.resting = false;
    deliver();
  }

  /** An error that this world has thrown into a port, not one of the product. */
  isPlanted(error: unknown): boolean {
    return error instanceof Object && this.injected.has(error);
  }

  private rest(): void {
    this.resting = true;
    this.rested();
  }

  private request(ask: Parameters<Host['request']>[0]): ReturnType<Host['request']> {
    const reply = this.world.line.exchange(this, ask) as ReturnType<Host['request']>;
    this.rest();
    return reply;
  }

  private startEngine(ports: SyncEnginePorts): SyncEngine {
    this.resting = false;
    const engine = createSyncEngine({ ...ports, sleep: (ms, wake) => this.sleep(ms, wake) });
    return { ...engine, stop: () => engine.stop().then(() => this.rest()) };
  }

  private sleep(ms: number, wake: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      let over = false;
      const rise = (): void => {
        if (over) return;
        over = true;
        this.answered(resolve);
      };
      this.world.schedule.after(ms, rise);
      void wake.then(rise);
      this.rest();
    });
  }

  private guarded<T extends Host | WorkStore>(port: T): T {
    return new Proxy(port, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function' || name === 'close') return method;
        return (...input: unknown[]) => this.through(String(name), async () => method(...input));
      },
    });
  }

  private async through<T>(name: string, effect: () => Promise<T>): Promise<T> {
    if (!this.alive) return never();
    if (changing.has(name)) {
      const last = this.callsLeft !== undefined && this.callsLeft-- <= 0;
      if (last && this.world.random.next() < 0.5) return this.cutOff(name);
      const value = await this.spoiled(name, effect);
      if (last) return this.cutOff('');
      return this.alive ? value : never();
    }
    const value = await effect();
    return this.alive ? value : never();
  }

  private cutOff<T>(name: string): Promise<T> {
    if (name === 'journalAppend') this.world.disk.tornBytes = this.world.random.between(1, 900);
    this.die();
    return never();
  }

  private async spoiled<T>(name: string, effect: () => Promise<T>): Promise<T> {
    const { faults } = this.world;
    if (name === 'journalAppend' && faults.strikes('appendRefused'))
      throw this.fault(new HostError('disk-full'));
    if (name === 'commit' && faults.strikes('commitFails'))
      throw this.fault(new Error('the backing store broke'));
    const value = await effect();
    if (name === 'journalAppend' && faults.strikes('appendUnanswered'))
      throw this.fault(new HostError('host-gone'));
    return value;
  }

  private fault(error: Error): Error {
    this.injected.add(error);
    return error;
  }
}
