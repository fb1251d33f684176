import type { ClockEvidence } from '../../../shared/domain/dossier/payloads.ts';
import type { Office } from '../boot/office.ts';
import { readMark } from '../store/marks.ts';
import { clockEvidence, type Sighting } from './clock-trust.ts';

export interface ClockReading {
  readonly wall: number;
  readonly evidence: ClockEvidence;
}

/** The machine's clock and what can be said for it, from the host's notes and the last word of the province. */
export async function readClock(office: Office): Promise<ClockReading> {
  const { wall, lastSeen } = await office.host.clock();
  const stored = await readMark(office.store, 'sighting');
  const sighting: Sighting | undefined = office.sighting.value ?? stored;
  const evidence = clockEvidence({ wall, lastSeen, monotonic: office.clock.monotonic(), sighting });
  return { wall, evidence };
}
