import type { Host } from '../../shared/host/contract.ts';
import { HostError } from '../../shared/host/host-error.ts';
import type { MemoryDisk } from './memory-disk.ts';

/** Drafts and sealed attachments of a machine without a disk. */
export function filesOf(
  disk: MemoryDisk,
): Pick<
  Host,
  'draftWrite' | 'draftRead' | 'draftClear' | 'blobWrite' | 'blobCommit' | 'blobRead' | 'blobStat'
> {
  return {
    draftWrite: async (slot, sealed) => void disk.drafts.set(slot, sealed.slice()),
    draftRead: async (slot) => disk.drafts.get(slot),
    draftClear: async (slot) => void disk.drafts.delete(slot),
    blobWrite: async ({ id, index, sealed }) => {
      const blob = disk.blobs.get(id) ?? { chunks: new Map<number, Uint8Array>(), whole: false };
      blob.chunks.set(index, sealed.slice());
      disk.blobs.set(id, blob);
    },
    blobCommit: async ({ id, count }) => {
      const blob = disk.blobs.get(id);
      if (blob?.chunks.size !== count) throw new HostError('file-missing', id);
      blob.whole = true;
    },
    blobRead: async ({ id, index }) => {
      const blob = disk.blobs.get(id);
      const chunk = blob?.whole ? blob.chunks.get(index) : undefined;
      if (!chunk) throw new HostError('file-missing', id);
      return chunk;
    },
    blobStat: async (id) => {
      const blob = disk.blobs.get(id);
      if (!blob?.whole) return undefined;
      const bytes = [...blob.chunks.values()].reduce((sum, chunk) => sum + chunk.byteLength, 0);
      return { count: blob.chunks.size, bytes };
    },
  };
}
