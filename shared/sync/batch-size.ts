/** How many operations go out at once; grows while the line carries them, shrinks when it does not. */
export interface BatchSize {
  readonly limit: number;
  /** refusals of the gateway in a row at this size */
  readonly refusals: number;
}

const LARGEST = 500;
const FAST_MS = 2_000;

export const firstBatchSize: BatchSize = { limit: 50, refusals: 0 };

/** The batch arrived: doubles when it was quick. */
export function grown(batch: BatchSize, tookMs: number): BatchSize {
  return { limit: tookMs < FAST_MS ? Math.min(LARGEST, batch.limit * 2) : batch.limit, refusals: 0 };
}

/** The batch was too much: half of what was really sent. */
export function shrunk(batch: BatchSize, sent: number): BatchSize {
  return { limit: Math.max(1, Math.floor(Math.min(batch.limit, sent) / 2)), refusals: 0 };
}

/** The gateway failed on the batch: once may be chance, twice halves it, until the one operation it fails on stands alone. */
export function refused(batch: BatchSize, sent: number): BatchSize {
  return batch.refusals === 0 || sent <= 1 ? { ...batch, refusals: batch.refusals + 1 } : shrunk(batch, sent);
}

/** One single operation was refused again and again: no smaller batch is left to try. */
export const isStuck = (batch: BatchSize, sent: number): boolean => sent <= 1 && batch.refusals >= 2;
