import path from 'node:path';
import { HostError } from '../../../shared/host/host-error.ts';
import { readIfThere, replaceFile } from '../durable/atomic-file.ts';
import { serialQueue } from '../durable/serial-queue.ts';
import type { Answer } from './exchange.ts';

export type LineState = 'online' | 'offline' | 'stutter';

/** The line of the demonstration, which the clerk can cut, mend or spoil; it stays so over a restart. */
export interface DemoLine {
  readonly state: () => Promise<LineState>;
  readonly set: (state: LineState) => Promise<void>;
  /** Carries an exchange as well as the line allows: loses it before it is sent, or its answer after it was. */
  readonly carry: (send: () => Promise<Answer>) => Promise<Answer>;
}

const LOST = 0.3;

export function createDemoLine(folder: string, seed: number): DemoLine {
  const queue = serialQueue();
  const file = path.join(folder, 'demo-line');
  const random = mulberry32(seed);
  let known: LineState | undefined;
  const state = () =>
    queue(async () => {
      if (known === undefined) {
        const text = Buffer.from((await readIfThere(file)) ?? []).toString('ascii');
        known = text === 'offline' || text === 'stutter' ? text : 'online';
      }
      return known;
    });
  return {
    state,
    set: (next) =>
      queue(async () => {
        await replaceFile(file, Buffer.from(next));
        known = next;
      }),
    carry: async (send) => {
      const now = await state();
      if (now === 'offline') throw new HostError('line-unreachable', 'cut');
      if (now === 'online') return send();
      // both draws are made for every exchange, so that a seed means the same losses whatever the answers are
      const [before, after] = [random() < LOST, random() < LOST];
      if (before) throw new HostError('line-unreachable', 'lost');
      const answer = await send();
      if (after) throw new HostError('line-unreachable', 'answer-lost');
      return answer;
    },
  };
}

/** Small seeded generator (mulberry32): the same losses for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
