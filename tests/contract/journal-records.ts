import { randomUUID } from 'node:crypto';
import { createJournal, type Journal } from '../../electron/host/journal/journal.ts';

export const sealedOf = (text: string) => new Uint8Array(Buffer.from(text));
export const command = (sealed: Uint8Array) => ({ commandId: randomUUID(), month: '2026-11', sealed });

/** Appends behind whatever stands last, as the only window there is. */
export async function append(journal: Journal, input: ReturnType<typeof command>) {
  const { hash } = await journal.journalHead();
  return journal.journalAppend({ ...input, after: hash });
}

export async function written(folder: string, texts: readonly string[]): Promise<readonly string[]> {
  const journal = createJournal(folder);
  const ids: string[] = [];
  for (const text of texts) {
    const input = command(sealedOf(text));
    ids.push(input.commandId);
    await append(journal, input);
  }
  await journal.close();
  return ids;
}

export async function textsIn(journal: Journal): Promise<readonly string[]> {
  const records = await journal.journalRead({ from: 1, limit: 200 });
  return records.map((record) => Buffer.from(record.sealed).toString());
}
