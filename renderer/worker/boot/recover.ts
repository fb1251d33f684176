import { Instant, OperationId } from '../../../shared/domain/identity/ids.ts';
import { keptOperations } from '../journal/epoch-writes.ts';
import type { JournalEntry } from '../journal/journal-entry.ts';
import { markWrite, nextProvisional, readMark } from '../store/marks.ts';
import { catchUp } from './catch-up.ts';
import type { Office } from './office.ts';
import { appendLast, rejournal } from './rejournal.ts';

/** Numbers left out after an older copy was found: what the lost days may have printed (design §6). */
export const BURNT_NUMBERS = 10_000;

/** What a start has mended, for the one sentence the clerk reads. */
export type Repair =
  | { readonly code: 'store-rebuilt' | 'store-caught-up'; readonly count: number }
  | { readonly code: 'older-copy'; readonly count: number };

/**
 * Makes journal and database agree before anything is shown. Journal, up-only witness and store mark live on the host,
 * so that each of these is noticed: a database emptied behind our back (rebuilt from the journal), one that is behind
 * (the tail is brought in), and a journal that is an older copy (new epoch, numbers burnt).
 */
export async function recover(office: Office): Promise<Repair | undefined> {
  const head = await office.host.journalHead();
  const storeId = (await readMark(office.store, 'store')).id;
  const emptied = storeId === '';
  const another = !emptied && storeId !== head.storeId;
  const ahead = another ? await knowsMore(office) : !emptied && (await isAhead(office, head.count));
  if (ahead || (await isOlder(office, head))) {
    const count = await leaveOlderCopy(office, emptied, head.witness);
    return { code: 'older-copy', count };
  }
  if (emptied || another) await beginStore(office);
  const acts = await catchUp(office);
  if ((emptied || another) && (head.storeId !== undefined || head.count > 0))
    return { code: 'store-rebuilt', count: acts };
  return acts > 0 ? { code: 'store-caught-up', count: acts } : undefined;
}

/** Fewer records than were ever written here; an older copy already dealt with does not count again. */
async function isOlder(office: Office, head: { count: number; witness: number }): Promise<boolean> {
  if (head.count >= head.witness) return false;
  const accepted = await readMark(office.store, 'accepted');
  return !(head.witness === accepted.witness && head.count >= accepted.count);
}

/** The database holds records that this journal does not: either more of them, or another one at the same place. */
async function isAhead(office: Office, count: number): Promise<boolean> {
  const mark = await readMark(office.store, 'journal');
  if (mark.index === 0) return false;
  if (mark.index > count) return true;
  const [record] = await office.host.journalRead({ from: mark.index, limit: 1 });
  return record?.hash !== mark.hash;
}

/**
 * Another database than the one marked here: it, or the host folder, is a copy from before the database was made anew. What
 * it alone knows must not be cleared away with it.
 */
async function knowsMore(office: Office): Promise<boolean> {
  const commands = new Set((await office.store.all('operations')).map(({ command }) => command));
  for (const command of commands) if (!(await office.host.journalFind(command))) return true;
  return false;
}

/** Empties the database and marks it on the host, in an order that a power cut at any point only repeats. */
async function beginStore(office: Office): Promise<void> {
  const id = office.ids.uuidV7();
  await office.store.clear();
  await office.host.storeMark(id);
  await office.store.commit([markWrite('store', { id })]);
}

/** Makes the whole database anew from the journal; answers how many acts that were. */
export async function rebuild(office: Office): Promise<number> {
  await beginStore(office);
  return catchUp(office);
}

/**
 * What only the database still knows goes into the journal first; then the database is made anew from the journal,
 * numbers are burnt and a new epoch begins. Answers how many acts were saved from the database.
 */
async function leaveOlderCopy(office: Office, emptied: boolean, witness: number): Promise<number> {
  const before = {
    epoch: (await readMark(office.store, 'chain')).epoch,
    drafts: await office.store.all('drafts'),
  };
  const next = await nextProvisional(office.store);
  if (!emptied) await append(office, { kind: 'burn', at: now(office), next: next + BURNT_NUMBERS });
  const rescued = emptied ? 0 : await rejournal(office);
  await beginStore(office);
  await office.store.commit(before.drafts.map((row) => ({ put: 'drafts', row })));
  await catchUp(office);
  if (emptied) await burnNumbers(office);
  const { epoch } = await readMark(office.store, 'chain');
  await beginNewEpoch(office, Math.max(epoch, before.epoch) + 1);
  const { count } = await office.host.journalHead();
  const province = await readMark(office.store, 'province');
  await office.store.commit([
    markWrite('accepted', { witness: Math.max(witness, count), count }),
    markWrite('province', { ...province, burnt: true }),
  ]);
  return rescued;
}

/** Leaves out the numbers that lost days may have printed. */
export async function burnNumbers(office: Office): Promise<void> {
  const next = (await nextProvisional(office.store)) + BURNT_NUMBERS;
  await append(office, { kind: 'burn', at: now(office), next });
  await catchUp(office);
}

/** Puts every kept operation under `epoch` and writes that down like any act. */
export async function beginNewEpoch(office: Office, epoch: number): Promise<void> {
  const operations = (await keptOperations(office)).map((id) => OperationId.parse(id));
  await append(office, { kind: 'epoch', at: now(office), epoch, operations });
  await catchUp(office);
}

const now = (office: Office) => Instant.parse(new Date(office.clock.now()).toISOString());

const append = (office: Office, entry: JournalEntry) => appendLast(office, office.ids.uuidV7(), entry);
