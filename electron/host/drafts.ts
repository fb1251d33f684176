import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Host } from '../../shared/host/contract.ts';
import { makeFolder, readIfThere, replaceFile, syncFolder } from './durable/atomic-file.ts';
import { asDiskError } from './durable/disk-error.ts';
import { serialQueue } from './durable/serial-queue.ts';

export type Drafts = Pick<Host, 'draftWrite' | 'draftRead' | 'draftClear'>;

/** nháp — one sealed mirror file per slot. The prefix keeps a slot called `con` or `nul` a usable name on Windows. */
export function createDrafts(folder: string): Drafts {
  const queue = serialQueue();
  const fileOf = (slot: string) => path.join(folder, `draft-${slot}.sealed`);
  return {
    draftWrite: (slot, bytes) =>
      queue(async () => {
        await makeFolder(folder);
        await replaceFile(fileOf(slot), bytes);
      }),
    draftRead: (slot) => queue(() => readIfThere(fileOf(slot))),
    draftClear: (slot) =>
      queue(async () => {
        try {
          await makeFolder(folder);
          await rm(fileOf(slot), { force: true });
          await syncFolder(folder);
        } catch (error) {
          throw asDiskError(error);
        }
      }),
  };
}
