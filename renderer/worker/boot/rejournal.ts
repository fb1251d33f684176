import type { SignedOperation } from '../../../shared/domain/operation.ts';
import { appendEntry } from '../journal/journal.ts';
import { JournalEntry, type StoredFile } from '../journal/journal-entry.ts';
import type { AttachmentContent } from '../store/folded-dossier.ts';
import { openOperation } from '../store/refold.ts';
import { openRow } from '../store/sealed-row.ts';
import type { Office } from './office.ts';

/** Behind whatever stands last: what a start mends does not rest on the records before it. */
export async function appendLast(office: Office, commandId: string, entry: JournalEntry): Promise<void> {
  const { hash } = await office.host.journalHead();
  await appendEntry(office.host, office.machine, commandId, entry, hash);
}

/** Writes the acts of the database into the journal, command by command; those it holds are known by their command id. */
export async function rejournal(office: Office): Promise<number> {
  const commands = new Map<
    string,
    { at: string; clerk: string; entity: string; operations: SignedOperation[] }
  >();
  const rows = [...(await office.store.all('operations'))].sort((a, b) => a.epoch - b.epoch || a.seq - b.seq);
  for (const row of rows) {
    const { signed, operation } = await openOperation(office.machine.dataKey, row);
    const { at, clerk, entity } = operation;
    const act = commands.get(row.command) ?? { at, clerk, entity, operations: [] };
    act.operations.push(signed);
    commands.set(row.command, act);
  }
  let rescued = 0;
  for (const [command, { entity, ...act }] of commands) {
    if (await office.host.journalFind(command)) continue;
    const files = await filesOf(office, entity);
    const entry = JournalEntry.parse({ kind: 'act', ...act, files });
    await appendLast(office, command, entry);
    rescued += 1;
  }
  return rescued;
}

async function filesOf(office: Office, dossier: string): Promise<readonly StoredFile[]> {
  const files: StoredFile[] = [];
  for (const row of await office.store.all('attachments')) {
    if (row.dossier !== dossier) continue;
    const content = await openRow<AttachmentContent>(office.machine.dataKey, 'attachments', row);
    const { id, sha256, bytes, count, month } = row;
    files.push({ id, sha256, bytes, count, month, ...content });
  }
  return files;
}
