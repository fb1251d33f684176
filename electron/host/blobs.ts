import { readdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Host } from '../../shared/host/contract.ts';
import { HostError } from '../../shared/host/host-error.ts';
import { makeFolder, readIfThere, replaceFile, syncFolder } from './durable/atomic-file.ts';
import { asDiskError, errorCode } from './durable/disk-error.ts';
import { serialQueue } from './durable/serial-queue.ts';

export type Blobs = Pick<Host, 'blobWrite' | 'blobCommit' | 'blobRead' | 'blobStat'>;

const chunkName = (index: number) => `${String(index).padStart(4, '0')}.chunk`;

/**
 * tệp đính kèm — sealed chunk files. They gather in `arriving/<id>` and become visible by one rename of that folder, so
 * that a blob is there whole or not at all. Writing and committing again the same thing changes nothing.
 */
export function createBlobs(folder: string): Blobs {
  const queue = serialQueue();
  const arriving = (id: string) => path.join(folder, 'arriving', id);
  // the tail of a UUIDv7 is random, so the folders fill evenly
  const shelf = (id: string) => path.join(folder, id.slice(-2));
  const kept = (id: string) => path.join(shelf(id), id);
  return {
    blobWrite: ({ id, index, count, sealed }) =>
      queue(async () => {
        if (index >= count) throw new HostError('arguments-invalid', 'chunk behind the last');
        const there = await readIfThere(path.join(kept(id), chunkName(index)));
        if (there && Buffer.compare(there, sealed) === 0) return;
        if (there || (await chunksOf(kept(id)))) throw new HostError('arguments-invalid', 'blob is complete');
        await makeFolder(arriving(id));
        await replaceFile(path.join(arriving(id), chunkName(index)), sealed);
      }),
    blobCommit: ({ id, count }) =>
      queue(async () => {
        const before = await chunksOf(kept(id));
        if (before) return expectCount(before.length, count);
        const chunks = (await chunksOf(arriving(id))) ?? [];
        for (let index = 0; index < count; index++)
          if (!chunks.includes(chunkName(index))) throw new HostError('file-missing', `chunk ${index}`);
        expectCount(chunks.length, count);
        try {
          await makeFolder(shelf(id));
          await rename(arriving(id), kept(id));
          await syncFolder(shelf(id));
          await syncFolder(path.dirname(arriving(id)));
        } catch (error) {
          throw asDiskError(error);
        }
      }),
    blobRead: async ({ id, index }) => {
      const bytes = await readIfThere(path.join(kept(id), chunkName(index)));
      if (!bytes) throw new HostError('file-missing', `chunk ${index}`);
      return bytes;
    },
    blobStat: async (id) => {
      const chunks = await chunksOf(kept(id));
      if (!chunks) return undefined;
      const sizes = await Promise.all(
        chunks.map(async (chunk) => (await stat(path.join(kept(id), chunk))).size),
      );
      return { count: chunks.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
    },
  };
}

function expectCount(present: number, count: number): void {
  if (present !== count) throw new HostError('arguments-invalid', `${present} chunks, not ${count}`);
}

async function chunksOf(folder: string): Promise<readonly string[] | undefined> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.chunk'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw asDiskError(error);
  }
}
