import { createHash } from 'node:crypto';
import { createSyncEngine, type SyncEngine } from '../../renderer/worker/sync/engine.ts';
import type { LineNews } from '../../renderer/worker/sync/engine-ports.ts';
import type { SyncStore } from '../../renderer/worker/sync/sync-store.ts';
import type { Host } from '../../shared/host/contract.ts';
import type { RegisterRequest } from '../../shared/protocol/messages.ts';

/** Small seeded generator (mulberry32), so that a printed seed repeats a run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Bench {
  readonly engine: SyncEngine;
  readonly news: LineNews[];
  /** virtual milliseconds since the start */
  readonly elapsed: () => number;
  /** lets virtual time run until `condition` holds while the engine rests; throws after `limitMs` virtual milliseconds */
  readonly until: (condition: () => boolean, limitMs?: number) => Promise<void>;
  readonly bugs: unknown[];
}

export interface BenchOptions {
  readonly store: SyncStore;
  readonly request: Host['request'];
  /** one virtual clock for counter and province; shared with the fakes */
  readonly time: VirtualTime;
  readonly random: () => number;
}

export class VirtualTime {
  now = 1_700_000_000_000;
}

const registration = {
  protocol: 1,
  device: 'DEV-001',
  token: 'x'.repeat(24),
  publicKey: 'A'.repeat(120),
  clerks: [],
} as unknown as RegisterRequest;

const EXCHANGE_MS = 40;

/** The real engine on a virtual clock: hours of waiting cost nothing, and a run is repeatable. */
export function syncBench({ store, request, time, random }: BenchOptions): Bench {
  const news: LineNews[] = [];
  const bugs: unknown[] = [];
  const start = time.now;
  let wanted:
    | { condition: () => boolean; limit: number; resolve: () => void; reject: (e: Error) => void }
    | undefined;
  const look = (): boolean => {
    if (!wanted) return false;
    const { condition, limit, resolve, reject } = wanted;
    if (condition()) resolve();
    else if (time.now > limit)
      reject(new Error(`not reached in virtual time; last news ${JSON.stringify(news.at(-1))}`));
    else return true;
    wanted = undefined;
    return false;
  };
  const engine = createSyncEngine({
    store,
    signer: { sign: async () => 'A'.repeat(86) },
    device: 'DEV-001',
    host: {
      request: async (asked) => {
        time.now += EXCHANGE_MS;
        await new Promise(setImmediate);
        return request(asked);
      },
    },
    clock: { now: () => time.now, monotonic: () => time.now - start },
    ids: {
      uuidV7: () => '',
      randomHex: (size) =>
        Array.from({ length: size * 2 }, () => Math.floor(random() * 16).toString(16)).join(''),
      random,
    },
    digest: { sha256: async (data) => createHash('sha256').update(data).digest('hex') },
    registration,
    onLine: (view) => news.push(view),
    heardTime: () => {},
    onBug: (error) => bugs.push(error),
    sleep: async (ms, wake) => {
      let woken = false;
      wake.then(() => {
        woken = true;
      });
      await new Promise(setImmediate);
      while (!woken && !look()) await new Promise(setImmediate);
      if (!woken) time.now += ms;
    },
  });
  const until = (condition: () => boolean, limitMs = 24 * 3_600_000) =>
    new Promise<void>((resolve, reject) => {
      wanted = { condition, limit: time.now + limitMs, resolve, reject };
    });
  return { engine, news, bugs, elapsed: () => time.now - start, until };
}
