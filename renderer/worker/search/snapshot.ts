import { type Bytes, concat } from '../keys/bytes.ts';
import { seal, unseal } from '../keys/seal.ts';
import { indexBytes, indexFromBytes } from './index-bytes.ts';
import type { SearchIndex } from './search-index.ts';

/** One sealed piece of a written index; nothing in it but its place is readable. */
export interface Segment {
  /** 0 … count − 1 */
  readonly id: number;
  readonly count: number;
  /** random; pieces of two snapshots never open as one */
  readonly snapshot: string;
  readonly c: Uint8Array;
}

/** Where the pieces lie. Whatever happens to them, the index is only built again. */
export interface SnapshotStore {
  readonly read: () => Promise<readonly Segment[]>;
  /** replaces all of them */
  readonly write: (segments: readonly Segment[]) => Promise<void>;
}

const SEGMENT_BYTES = 1 << 20;

const place = (workspace: string, { snapshot, id, count }: Omit<Segment, 'c'>): string =>
  `search|${workspace}|${snapshot}|${id}|${count}`;

/** Seals an index in pieces of 1 MiB. */
export async function sealSnapshot(
  key: CryptoKey,
  workspace: string,
  snapshot: string,
  index: SearchIndex,
): Promise<readonly Segment[]> {
  const bytes = indexBytes(index);
  const count = Math.ceil(bytes.length / SEGMENT_BYTES);
  const segments: Segment[] = [];
  for (let id = 0; id < count; id++) {
    const piece = bytes.subarray(id * SEGMENT_BYTES, (id + 1) * SEGMENT_BYTES);
    const at = { id, count, snapshot };
    segments.push({ ...at, c: await seal(key, place(workspace, at), piece) });
  }
  return segments;
}

/** Opens the pieces of one snapshot; undefined when one is missing, damaged, moved, of another key or version. */
export async function openSnapshot(
  key: CryptoKey,
  workspace: string,
  segments: readonly Segment[],
): Promise<SearchIndex | undefined> {
  const [first] = segments;
  if (!first || segments.length !== first.count) return undefined;
  const pieces: Bytes[] = [];
  try {
    for (const { c, ...at } of segments) {
      if (at.id !== pieces.length || at.count !== first.count || at.snapshot !== first.snapshot)
        return undefined;
      pieces.push(await unseal(key, place(workspace, at), c));
    }
  } catch {
    return undefined;
  }
  return indexFromBytes(concat(...pieces));
}
