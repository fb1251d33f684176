import type { Host, JournalRecord } from '../../../shared/host/contract.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import type { MachineKeys } from '../keys/key-ring.ts';
import { sealText, unsealText } from '../keys/seal.ts';
import { JournalEntry } from './journal-entry.ts';

type JournalHost = Pick<Host, 'journalAppend' | 'journalFind' | 'journalRead'>;

const place = (commandId: string, month: string): string => `journal|${commandId}|${month}`;

/** The month whose key seals what happens at this moment (Vietnamese calendar). */
export const monthOf = (now: number): string => new Date(now + 7 * 3_600_000).toISOString().slice(0, 7);

/**
 * Seals and appends one entry behind the record `after`: when this resolves the act has happened, whatever comes after.
 * Refused with `journal-moved` when the journal has grown past that record.
 */
export async function appendEntry(
  host: JournalHost,
  keys: MachineKeys,
  commandId: string,
  entry: JournalEntry,
  after: string,
): Promise<{ readonly index: number; readonly hash: string }> {
  const month = monthOf(Date.parse(entry.at));
  const key = await keys.monthKey(month);
  const sealed = await sealText(key, place(commandId, month), canonicalJson(entry));
  return host.journalAppend({ commandId, month, sealed, after });
}

/** Opens a record read back from the host; throws when it was not written by this machine's keys. */
export async function openRecord(keys: MachineKeys, record: JournalRecord): Promise<JournalEntry> {
  const key = await keys.openingKey(record.month);
  return JournalEntry.parse(
    JSON.parse(await unsealText(key, place(record.commandId, record.month), record.sealed)),
  );
}
