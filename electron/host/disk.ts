import { open, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Host } from '../../shared/host/contract.ts';
import { syncFolder } from './durable/atomic-file.ts';
import { asDiskError, errorCode } from './durable/disk-error.ts';
import { serialQueue } from './durable/serial-queue.ts';

export type Disk = Pick<Host, 'disk'>;

export interface DiskOptions {
  readonly folder: string;
  /** size of the reserve file; the floors are two and one half of it */
  readonly reserveBytes: number;
  /** what to report instead of the truth (demonstration, tests); the reserve is then left alone */
  readonly pretendedFreeBytes?: number;
}

const PIECE = 1024 * 1024;

/**
 * Watches the room on disk. A reserve file is held back; it is given up on alarm, so that what is already on its way can
 * still be written down, and laid down again when there is room. Below twice its size no attachments are taken, below
 * half of it no actions. Nothing is ever deleted to make room.
 */
export function createDisk(options: DiskOptions): Disk {
  const queue = serialQueue();
  const { reserveBytes, pretendedFreeBytes } = options;
  const reserve = path.join(options.folder, 'reserve');
  const stateOf = (room: number) =>
    room < reserveBytes / 2 ? 'no-actions' : room < reserveBytes * 2 ? 'no-attachments' : 'ok';
  return {
    disk: () =>
      queue(async () => {
        if (pretendedFreeBytes !== undefined)
          return { freeBytes: pretendedFreeBytes, state: stateOf(pretendedFreeBytes) };
        const held = await heldBytes(reserve);
        const freeBytes = await freeIn(options.folder);
        // measured as if the reserve were full, so giving it up does not end the alarm
        const room = freeBytes + held - reserveBytes;
        const state = stateOf(room);
        if (state === 'no-actions' && held > 0) await rm(reserve, { force: true });
        if (state === 'ok' && held < reserveBytes) await lay(reserve, reserveBytes);
        return { freeBytes, state };
      }),
  };
}

async function freeIn(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    throw asDiskError(error);
  }
}

async function heldBytes(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 0;
    throw asDiskError(error);
  }
}

/** Real zeros, not a hole: only written blocks are held back. Failing is no failure of the office, the alarm still works. */
async function lay(file: string, size: number): Promise<void> {
  const zeros = Buffer.alloc(PIECE);
  try {
    const handle = await open(file, 'w', 0o600);
    try {
      for (let done = 0; done < size; done += PIECE)
        await handle.write(zeros, 0, Math.min(PIECE, size - done));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await syncFolder(path.dirname(file));
  } catch {
    await rm(file, { force: true });
  }
}
