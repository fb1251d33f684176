import { z } from 'zod';
import type { WorkStore, Write } from './work-store.ts';

/** Facts of the store itself. Absent on a new database: the defaults are a device that has done nothing yet. */
const shapes = {
  /** identity of this database, marked on the host: another one there means that this was made anew behind our back */
  store: z.strictObject({ id: z.string() }).default({ id: '' }),
  /** last journal record that this database holds */
  journal: z.strictObject({ index: z.int(), hash: z.string() }).default({ index: 0, hash: '0' }),
  /** end of the device's chain */
  chain: z
    .strictObject({ epoch: z.int(), seq: z.int(), head: z.string(), hlcMs: z.int(), hlcCount: z.int() })
    .default({ epoch: 1, seq: 0, head: '0', hlcMs: 0, hlcCount: 0 }),
  /** where the device stands towards the province */
  province: z
    .strictObject({
      registered: z.boolean(),
      generation: z.int(),
      cursor: z.string(),
      /** token of an epoch asked for and not yet begun */
      epochToken: z.string().optional(),
      /** an older copy was found here; the burnt numbers of the next epoch are burnt already */
      burnt: z.boolean(),
    })
    .default({ registered: false, generation: 0, cursor: '0.0', burnt: false }),
  /** an older copy of the journal that has been dealt with; the witness stays above it for a while */
  accepted: z.strictObject({ witness: z.int(), count: z.int() }).default({ witness: 0, count: 0 }),
  /** last time heard from the province and what this machine's clock said then */
  sighting: z.strictObject({ server: z.number(), wall: z.number() }).optional(),
} as const;

export type MarkName = keyof typeof shapes;
export type Mark<N extends MarkName> = z.output<(typeof shapes)[N]>;

/** Reads a mark; the default when it was never written. Throws when it is damaged. */
export async function readMark<N extends MarkName>(store: WorkStore, name: N): Promise<Mark<N>> {
  const row = await store.get('meta', name);
  return shapes[name].parse(row ? JSON.parse(row.value) : undefined) as Mark<N>;
}

export const markWrite = <N extends MarkName>(name: N, value: Mark<N>): Write => ({
  put: 'meta',
  row: { id: name, value: JSON.stringify(value) },
});

/** First provisional number that is still free. */
export async function nextProvisional(store: WorkStore): Promise<number> {
  return (await store.get('counters', 'provisional'))?.value ?? 1;
}

export const provisionalWrite = (next: number): Write => ({
  put: 'counters',
  row: { id: 'provisional', value: next },
});
