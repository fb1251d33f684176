import type { Office } from '../boot/office.ts';
import { markWrite } from '../store/marks.ts';

/** Notes what the province's clock said, half a round trip ago, against this machine's clocks. */
export async function heardTime(office: Office, server: string, roundTripMs: number): Promise<void> {
  const sighting = {
    server: Date.parse(server) + Math.round(roundTripMs / 2),
    wall: office.clock.now(),
    monotonic: office.clock.monotonic(),
  };
  if (Number.isNaN(sighting.server)) return;
  office.sighting.value = sighting;
  const { server: at, wall } = sighting;
  await office.writer.run(() => office.store.commit([markWrite('sighting', { server: at, wall })]));
}
