import type { ClockEvidence } from '../../../shared/domain/dossier/payloads.ts';

/** The last time the province was heard, and what this machine's clocks said then. `monotonic` only within one run. */
export interface Sighting {
  readonly server: number;
  readonly wall: number;
  readonly monotonic?: number;
}

export interface ClockFacts {
  readonly wall: number;
  readonly monotonic: number;
  /** highest wall time this machine has ever noted */
  readonly lastSeen: number;
  readonly sighting?: Sighting;
}

const SMALL_STEP = 120_000;
const TOLERANCE = 600_000;
const STALE = 30 * 86_400_000;

/**
 * đồng hồ có tin được không — what the machine can say about its clock at a reception. A clock heard right in this run is
 * judged by the steady counter since then, so that setting it back, or right again, is noticed at once.
 */
export function clockEvidence({ wall, monotonic, lastSeen, sighting }: ClockFacts): ClockEvidence {
  if (sighting?.monotonic !== undefined && monotonic >= sighting.monotonic) {
    const elapsed = monotonic - sighting.monotonic;
    const offset = Math.round(wall - (sighting.server + elapsed));
    if (elapsed > STALE) return { trusted: false, reason: 'stale', offsetMs: offset };
    if (Math.abs(offset) <= TOLERANCE) return { trusted: true, offsetMs: offset };
    const turnedBack = wall < sighting.wall + elapsed - SMALL_STEP;
    return { trusted: false, reason: turnedBack ? 'went-back' : 'offset', offsetMs: offset };
  }
  if (wall < lastSeen - SMALL_STEP) return { trusted: false, reason: 'went-back' };
  if (!sighting) return { trusted: false, reason: 'never-synchronised' };
  const offset = Math.round(sighting.wall - sighting.server);
  if (wall < sighting.server - TOLERANCE) return { trusted: false, reason: 'went-back' };
  if (Math.abs(offset) > TOLERANCE) return { trusted: false, reason: 'offset', offsetMs: offset };
  if (wall - sighting.server > STALE) return { trusted: false, reason: 'stale', offsetMs: offset };
  return { trusted: true, offsetMs: offset };
}
