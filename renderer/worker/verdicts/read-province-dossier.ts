import { z } from 'zod';
import type { Dossier } from '../../../shared/domain/dossier/dossier.ts';
import { Applicant, dossierPayloads } from '../../../shared/domain/dossier/payloads.ts';
import { DossierId } from '../../../shared/domain/identity/ids.ts';

const receive = dossierPayloads['dossier.receive'].shape;
const text = z.string().max(25_000);

/** The parts of a province's row that lists, detail and folding rest upon; more may come with later releases. */
const ProvinceDossier = z.looseObject({
  id: DossierId,
  version: z.int().min(1),
  provisionalCode: text,
  officialCode: text.optional(),
  status: z.enum([
    'received',
    'processing',
    'awaitingSupplement',
    'finished',
    'returned',
    'withdrawn',
    'stopped',
  ]),
  procedure: receive.procedure,
  applicant: Applicant,
  components: receive.components,
  receivedAt: receive.receivedAt,
  appointment: receive.appointment,
  fees: receive.fees,
  receipt: receive.receipt,
  packs: text,
  timeline: z.array(
    z.looseObject({ operation: text, type: text, at: text, clerk: text, text: text.optional() }),
  ),
  fieldVersions: z.record(z.string(), z.strictObject({ version: z.int(), device: text })),
  lost: z.array(z.looseObject({ field: text, value: text, operation: text, at: text, clerk: text })),
});

/** Reads a dossier as the province sent it; undefined when it is not one this program can show. */
export function readProvinceDossier(id: string, value: unknown): Dossier | undefined {
  const parsed = ProvinceDossier.safeParse(value);
  return parsed.success && parsed.data.id === id ? (value as Dossier) : undefined;
}
