const FIRST_MS = 2_000;
const LONGEST_MS = 15 * 60_000;
/** keeps an unlucky draw from turning into a busy loop */
const SHORTEST_MS = 250;

/**
 * Full jitter: uniform below 2 s × 2^(failures − 1), at most `capMs`. `random` is uniform in [0, 1).
 * Thousands of counters that lost the line together do not come back together.
 */
export function backoffMs(failures: number, random: number, capMs = LONGEST_MS): number {
  const ceiling = Math.min(FIRST_MS * 2 ** Math.min(Math.max(failures - 1, 0), 20), capMs, LONGEST_MS);
  return Math.max(SHORTEST_MS, Math.floor(random * ceiling));
}
