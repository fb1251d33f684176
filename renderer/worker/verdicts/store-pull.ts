import type { ProvinceRow, PullReply } from '../../../shared/protocol/messages.ts';
import type { Office } from '../boot/office.ts';
import type { FoldedDossier, ProvinceContent } from '../store/folded-dossier.ts';
import { markWrite, readMark } from '../store/marks.ts';
import { refold } from '../store/refold.ts';
import { sealRow } from '../store/sealed-row.ts';
import type { Write } from '../store/work-store.ts';
import { readProvinceDossier } from './read-province-dossier.ts';

/**
 * Takes changed rows over: each replaces the stored one (never by an older one) and the waiting operations are folded over
 * it again. Rows and cursor go in one transaction, and only while the cursor asked with still stands.
 */
export async function storePull(office: Office, reply: PullReply, askedCursor: string): Promise<boolean> {
  const province = await readMark(office.store, 'province');
  if (province.cursor !== askedCursor) return false;
  const writes: Write[] = [];
  const folded: FoldedDossier[] = [];
  const gone: string[] = [];
  for (const row of reply.rows) {
    const stored = await office.store.get('provinceRows', row.id);
    if (stored && stored.change >= row.change) continue;
    const taken = await takeRow(office, row, stored?.rev ?? 0);
    if (!taken) continue;
    writes.push(...taken.writes);
    if (taken.folded) folded.push(taken.folded);
    else gone.push(row.id);
  }
  writes.push(markWrite('province', { ...province, generation: reply.generation, cursor: reply.cursor }));
  await office.store.commit(writes);
  for (const id of gone) office.shelf.remove(id);
  for (const dossier of folded) office.shelf.put(dossier);
  return true;
}

/** A row this program cannot read is left out and logged by id alone; the rest of the page goes on. */
async function takeRow(office: Office, row: ProvinceRow, rev: number) {
  const dossier = readProvinceDossier(row.id, row.dossier);
  if (!dossier) {
    await office.host.log({ level: 'error', code: 'province-row-unreadable', detail: row.id });
    return undefined;
  }
  const content: ProvinceContent = { dossier, missing: row.missingAttachments };
  const next = rev + 1;
  const c = await sealRow(office.machine.dataKey, 'provinceRows', row.id, next, content);
  const refolded = await refold(office, row.id, { province: row.deleted ? 'deleted' : content });
  const writes: Write[] = [
    { put: 'provinceRows', row: { id: row.id, rev: next, change: row.change, version: row.version, c } },
    ...refolded.writes,
    ...(await sendAgain(office, row.missingAttachments)),
  ];
  if (!refolded.folded) writes.push({ delete: 'dossiers', id: row.id });
  return { writes, folded: refolded.folded };
}

/** Files the province had and lacks again, because it was restored from a backup: they wait once more. */
async function sendAgain({ store }: Office, missing: readonly string[]): Promise<readonly Write[]> {
  const held = await Promise.all(missing.map((sha256) => store.attachmentsBySha256(sha256)));
  return held
    .flat()
    .filter((row) => row.state === 'arrived')
    .map((row) => ({ put: 'attachments', row: { ...row, state: 'waiting' } }));
}
