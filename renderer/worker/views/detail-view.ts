import type { DossierDetail } from '../api.ts';
import type { Office } from '../boot/office.ts';
import { attentionItems } from './attention-items.ts';
import { dossierRow } from './dossier-row.ts';

/** One dossier with its steps; those the province does not have yet are not `sent`. */
export async function detailView(office: Office, id: string): Promise<DossierDetail | undefined> {
  const folded = office.shelf.get(id);
  if (!folded) return undefined;
  const { dossier } = folded;
  const unsent = new Set(folded.unsent);
  const names = new Map<string, string>(office.vault.clerks.map((clerk) => [clerk.id, clerk.name]));
  return {
    dossier,
    row: dossierRow(office, folded, office.clock.now()),
    timeline: dossier.timeline.map((entry) => ({
      ...entry,
      clerkName: names.get(entry.clerk),
      sent: !unsent.has(entry.operation),
    })),
    attention: await attentionItems(office, await office.store.attentionOfDossier(id)),
    attachments: await attachmentsOf(office, folded.known ? folded.missing : undefined, hashesOf(dossier)),
    lost: dossier.lost,
  };
}

const hashesOf = (dossier: DossierDetail['dossier']): readonly string[] => [
  ...new Set([
    ...dossier.components.flatMap((component) => component.attachments.map(({ sha256 }) => sha256 as string)),
    dossier.receipt.sha256,
  ]),
];

async function attachmentsOf(
  office: Office,
  missing: readonly string[] | undefined,
  hashes: readonly string[],
): Promise<DossierDetail['attachments']> {
  const found: { sha256: string; arrived: boolean; localId?: string }[] = [];
  for (const sha256 of hashes) {
    const rows = await office.store.attachmentsBySha256(sha256);
    const local = rows.find(({ state }) => state !== 'draft') ?? rows[0];
    const arrived = local ? local.state === 'arrived' : missing !== undefined && !missing.includes(sha256);
    found.push({ sha256, arrived, localId: local?.id });
  }
  return found;
}
