import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from './atomic-file.ts';
import { serialQueue } from './serial-queue.ts';

const SLOT = 40;

/** A whole number on disk that never goes down. */
export interface UpOnlyNumber {
  readonly value: () => number;
  /** Durable when it resolves; a number not above the present one changes nothing. */
  readonly raise: (to: number) => Promise<void>;
}

/** Opens or creates the file. Two slots are written in turn, each with its checksum, so a torn write loses only itself. */
export async function openUpOnlyNumber(file: string): Promise<UpOnlyNumber> {
  const queue = serialQueue();
  const stored = await readSlots(file);
  let highest = Math.max(0, ...stored.map((slot) => slot ?? 0));
  let next = stored[0] === highest ? 1 : 0;
  return {
    value: () => highest,
    raise: (to) =>
      queue(async () => {
        if (to <= highest) return;
        const handle = await open(file, 'r+', 0o600);
        try {
          await handle.write(slotOf(to), 0, SLOT, next * SLOT);
          await handle.datasync();
        } finally {
          await handle.close();
        }
        highest = to;
        next = 1 - next;
      }),
  };
}

async function readSlots(file: string): Promise<readonly (number | undefined)[]> {
  const handle = await open(file, 'a+', 0o600);
  try {
    const bytes = Buffer.alloc(2 * SLOT);
    const { bytesRead } = await handle.read(bytes, 0, 2 * SLOT, 0);
    if (bytesRead < 2 * SLOT) {
      // new, or cut while it was being made: the full size is laid down now, so later writes never grow the file
      await handle.appendFile(Buffer.alloc(2 * SLOT - bytesRead));
      await handle.sync();
      await syncFolder(path.dirname(file));
    }
    return [0, 1].map((slot) => numberIn(bytes.subarray(slot * SLOT, (slot + 1) * SLOT)));
  } finally {
    await handle.close();
  }
}

function slotOf(value: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeBigUInt64BE(BigInt(value));
  return Buffer.concat([head, createHash('sha256').update(head).digest()]);
}

function numberIn(slot: Buffer): number | undefined {
  const value = Number(slot.readBigUInt64BE(0));
  return Number.isSafeInteger(value) && slotOf(value).equals(slot) ? value : undefined;
}
