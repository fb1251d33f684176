import { appendFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Host } from '../../shared/host/contract.ts';
import { makeFolder } from './durable/atomic-file.ts';
import { serialQueue } from './durable/serial-queue.ts';

export type HostLog = Pick<Host, 'log'>;

const LARGEST = 1_000_000;
const KEPT = 3;
/** personal numbers and phones never reach the file, even when a caller forgets himself */
const LONG_NUMBER = /\d{9,12}/g;

/** One JSON line per entry, three rotated files. Logging never fails the caller. */
export function createHostLog(folder: string): HostLog {
  const queue = serialQueue();
  const file = path.join(folder, 'host.log');
  return {
    log: (entry) =>
      queue(async () => {
        const detail = entry.detail.replace(LONG_NUMBER, '#');
        try {
          await makeFolder(folder);
          await rotate(file);
          const line = JSON.stringify({ at: new Date().toISOString(), ...entry, detail });
          await appendFile(file, `${line}\n`, { mode: 0o600 });
        } catch {
          // a full disk is reported where it matters; losing a log line must not stop an office
        }
      }),
  };
}

async function rotate(file: string): Promise<void> {
  const size = await stat(file).then(
    (state) => state.size,
    () => 0,
  );
  if (size < LARGEST) return;
  for (let age = KEPT - 1; age >= 1; age--) {
    const from = age === 1 ? file : `${file}.${age - 1}`;
    await rename(from, `${file}.${age}`).catch(() => undefined);
  }
}
