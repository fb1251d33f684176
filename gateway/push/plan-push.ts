import type { ReadOperation } from './read-batch.ts';

/** Where the province stands with one device: epoch, last sequence number and its hash. */
export interface DevicePosition {
  readonly epoch: number;
  readonly lastSeq: number;
  readonly head: string;
}

export type PushPlan =
  | { readonly status: 'fork' | 'badEpoch' | 'gap' }
  | {
      readonly status: 'go';
      readonly known: readonly ReadOperation[];
      readonly fresh: readonly ReadOperation[];
    };

/**
 * What a batch means at a position; pure. `stored` = hash by seq of what the province holds of this epoch.
 * Known operations must be the same bytes, the first fresh one must continue the chain (sync.md §2.3).
 */
export function planPush(
  position: DevicePosition,
  epoch: number,
  batch: readonly ReadOperation[],
  stored: ReadonlyMap<number, string>,
): PushPlan {
  if (epoch < position.epoch) return { status: 'fork' };
  if (epoch > position.epoch) return { status: 'badEpoch' };
  const known = batch.filter((read) => read.head.seq <= position.lastSeq);
  const fresh = batch.filter((read) => read.head.seq > position.lastSeq);
  if (known.some((read) => stored.get(read.head.seq) !== read.hash)) return { status: 'fork' };
  const first = fresh[0];
  if (first && first.head.seq !== position.lastSeq + 1) return { status: 'gap' };
  if (first && first.head.prev !== position.head) return { status: 'fork' };
  return { status: 'go', known, fresh };
}
