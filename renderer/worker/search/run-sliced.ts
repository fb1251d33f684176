/** Time and rest as work in slices needs them. */
export interface Slicing {
  /** milliseconds of a clock that never goes back */
  readonly now: () => number;
  /** lets everything that waits have its turn */
  readonly rest: () => Promise<void>;
}

/** A keystroke is answered within one frame also while an index is being built. */
const SLICE_MS = 8;

/** Runs a long computation to its end in short slices; undefined as soon as it is no longer `wanted`. */
export async function runSliced<T>(
  work: Generator<void, T>,
  { now, rest }: Slicing,
  wanted: () => boolean,
): Promise<T | undefined> {
  let end = now() + SLICE_MS;
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return wanted() ? step.value : undefined;
    if (now() < end) continue;
    await rest();
    if (!wanted()) return undefined;
    end = now() + SLICE_MS;
  }
}
