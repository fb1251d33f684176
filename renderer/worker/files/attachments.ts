import type { DossierComponent } from '../../../shared/domain/dossier/payloads.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Answer, DraftAttachment } from '../api.ts';
import type { Office } from '../boot/office.ts';
import { hostProblem } from '../commands/host-problem.ts';
import { monthOf } from '../journal/journal.ts';
import type { StoredFile } from '../journal/journal-entry.ts';
import type { AttachmentContent } from '../store/folded-dossier.ts';
import type { AttachmentRecord } from '../store/rows.ts';
import { openRow, sealRow } from '../store/sealed-row.ts';
import { keepBlob, readBlob } from './blob.ts';
import { checkFile, isFileFault } from './check-file.ts';

const LARGEST = 20_971_520;

/** Checks, hashes and seals a file onto the host; it is safe there before the answer comes. */
export async function attach(
  office: Office,
  input: { readonly name: string; readonly bytes: Uint8Array; readonly source: DraftAttachment['source'] },
): Promise<Answer<DraftAttachment>> {
  const name = plainName(input.name);
  const now = office.clock.now();
  const rules = office.packs.at(new Date(now).toISOString())?.content.rules;
  const limit = Math.min(LARGEST, rules?.maxAttachmentBytes.value ?? LARGEST);
  const checked = checkFile(name, input.bytes, limit);
  if (!checked.ok) return checked;
  try {
    const disk = await office.host.disk();
    if (disk.state !== 'ok') return err({ code: 'disk-no-attachments' });
    const id = office.ids.uuidV7();
    const month = monthOf(now);
    const count = await keepBlob(office.host, await office.machine.monthKey(month), id, input.bytes);
    const sha256 = await office.digest.sha256(input.bytes);
    const bytes = input.bytes.byteLength;
    const content: AttachmentContent = { name, mediaType: checked.value };
    const c = await sealRow(office.machine.dataKey, 'attachments', id, 1, content);
    const row: AttachmentRecord = { id, rev: 1, sha256, bytes, count, month, state: 'draft', dossier: '', c };
    await office.writer.run(() => office.store.commit([{ put: 'attachments', row }]));
    return ok({ id, sha256, bytes, mediaType: checked.value, name, source: input.source });
  } catch (error) {
    return hostProblem(error);
  }
}

/**
 * The oldest settled file of the scan folder. The host's clear copy is erased as soon as the sealed one is committed; a file
 * that is refused for what it is goes back to the clerk, and after any other failure it is offered again.
 */
export async function takeScan(office: Office): Promise<Answer<DraftAttachment | undefined>> {
  try {
    const scanned = await office.host.scanTake();
    if (!scanned) return ok(undefined);
    const { taken, ...file } = scanned;
    const attached = await attach(office, { ...file, source: 'scan' });
    if (attached.ok || isFileFault(attached.error.code))
      await office.host.scanDone({ taken, sealed: attached.ok }).catch(() => undefined);
    return attached;
  } catch (error) {
    return hostProblem(error);
  }
}

/** The bytes of a kept file, its hash checked again. */
export async function attachmentBytes(
  office: Office,
  id: string,
): Promise<Answer<{ bytes: Uint8Array; mediaType: string; name: string }>> {
  const row = await office.store.get('attachments', id);
  if (!row) return err({ code: 'file-missing' });
  try {
    const content = await openRow<AttachmentContent>(office.machine.dataKey, 'attachments', row);
    return ok({ bytes: await storedBytes(office, row), ...content });
  } catch (error) {
    return hostProblem(error);
  }
}

export async function storedBytes(office: Office, row: AttachmentRecord): Promise<Uint8Array> {
  const bytes = await readBlob(office.host, await office.machine.openingKey(row.month), row.id, row.count);
  if ((await office.digest.sha256(bytes)) !== row.sha256) throw new Error(`kept file ${row.id} changed`);
  return bytes;
}

/** Facts of every file a reception names, as the journal keeps them; a file this machine does not hold is refused. */
export async function draftedFiles(
  office: Office,
  components: readonly DossierComponent[],
): Promise<Answer<readonly StoredFile[]>> {
  const files: StoredFile[] = [];
  for (const attachment of components.flatMap((component) => component.attachments)) {
    const row = await office.store.get('attachments', attachment.id);
    const stat = row?.sha256 === attachment.sha256 ? row : await adopt(office, attachment);
    if (!stat) return err({ code: 'file-missing' });
    const { id, sha256, bytes, mediaType, name } = attachment;
    files.push({ id, sha256, bytes, mediaType, name, count: stat.count, month: stat.month });
  }
  return ok(files);
}

/** A file of a draft that came back after the database was lost: the sealed blob is still on the host. */
async function adopt(
  office: Office,
  { id, sha256 }: { readonly id: string; readonly sha256: string },
): Promise<{ count: number; month: string } | undefined> {
  const stat = await office.host.blobStat(id);
  if (!stat) return undefined;
  const now = office.clock.now();
  for (const month of [monthOf(now), monthOf(now - 28 * 86_400_000)]) {
    try {
      const bytes = await readBlob(office.host, await office.machine.openingKey(month), id, stat.count);
      if ((await office.digest.sha256(bytes)) === sha256) return { count: stat.count, month };
    } catch {
      // sealed under the key of another month
    }
  }
  return undefined;
}

/** File name for screen and province: NFC, no path, no control characters, at most 200 characters. */
function plainName(name: string): string {
  const base = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const safe = base.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return safe.length > 200 ? `${safe.slice(0, 190)}${safe.slice(-10)}` : safe || 'tep';
}
