import path from 'node:path';
import type { Host } from '../../shared/host/contract.ts';
import { makeFolder } from './durable/atomic-file.ts';
import { openUpOnlyNumber, type UpOnlyNumber } from './durable/up-only-number.ts';

export type HostClock = Pick<Host, 'clock'>;

/** Time is noted on disk at most this often: close enough to see a clock set back, seldom enough to cost nothing. */
const NOTE_EVERY_MS = 10_000;

/** Wall time, a clock nobody can set, and the highest wall time ever noted (the note only goes up). */
export function createHostClock(folder: string, now: () => number = Date.now): HostClock {
  let opening: Promise<UpOnlyNumber> | undefined;
  const open = async () => {
    await makeFolder(folder);
    return openUpOnlyNumber(path.join(folder, 'last-seen'));
  };
  return {
    clock: async () => {
      opening ??= open();
      const lastSeen = await opening;
      const wall = now();
      const before = lastSeen.value();
      if (wall >= before + NOTE_EVERY_MS) await lastSeen.raise(wall);
      return { wall, monotonic: performance.now(), lastSeen: before };
    },
  };
}
