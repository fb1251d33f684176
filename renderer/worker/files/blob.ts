import type { Host } from '../../../shared/host/contract.ts';
import { concat } from '../keys/bytes.ts';
import { seal, unseal } from '../keys/seal.ts';

const CHUNK = 1_048_576;

const place = (id: string, index: number, count: number): string => `blob|${id}|${index}|${count}`;

/** Seals bytes in chunks of 1 MiB and hands them to the host; fsynced and complete when it resolves. Answers the chunk count. */
export async function keepBlob(
  host: Pick<Host, 'blobWrite' | 'blobCommit'>,
  key: CryptoKey,
  id: string,
  bytes: Uint8Array,
): Promise<number> {
  const count = Math.max(1, Math.ceil(bytes.byteLength / CHUNK));
  for (let index = 0; index < count; index++) {
    const chunk = bytes.subarray(index * CHUNK, (index + 1) * CHUNK);
    await host.blobWrite({ id, index, count, sealed: await seal(key, place(id, index, count), chunk) });
  }
  await host.blobCommit({ id, count });
  return count;
}

/** Reads a kept blob back; throws when a chunk is missing, moved or damaged. */
export async function readBlob(
  host: Pick<Host, 'blobRead'>,
  key: CryptoKey,
  id: string,
  count: number,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let index = 0; index < count; index++)
    parts.push(await unseal(key, place(id, index, count), await host.blobRead({ id, index })));
  return concat(...parts);
}

/** How many chunks a content of this size has. */
export const chunkCount = (bytes: number): number => Math.max(1, Math.ceil(bytes / CHUNK));
