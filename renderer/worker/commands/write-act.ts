import { apply } from '../../../shared/domain/apply.ts';
import { ClerkId, Instant } from '../../../shared/domain/identity/ids.ts';
import { parseOperation, type SignedOperation } from '../../../shared/domain/operation.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Answer } from '../api.ts';
import { catchUp } from '../boot/catch-up.ts';
import { applyContext, type Counter, type Office } from '../boot/office.ts';
import { applyEntry } from '../journal/apply-entry.ts';
import { appendEntry } from '../journal/journal.ts';
import { type ActEntry, JournalEntry, type StoredFile } from '../journal/journal-entry.ts';
import { readMark } from '../store/marks.ts';
import { hostProblem } from './host-problem.ts';
import { nextOperation, type PlannedAct, signOperation } from './next-operation.ts';

export interface ActPlan {
  readonly at: string;
  readonly acts: readonly PlannedAct[];
  readonly files: readonly StoredFile[];
  readonly provisional?: number;
  readonly draft?: string;
}

/**
 * Writes one command down exactly once: an act known by this command id is answered as done, anything else is planned,
 * judged, signed, appended to the journal (from then on it has happened) and brought into the database.
 * Runs inside the writer's queue from beginning to end.
 */
export function writeAct(
  counter: Counter,
  commandId: string,
  plan: () => Promise<Answer<ActPlan>>,
): Promise<Answer<void>> {
  return counter.office.writer
    .run(async () => {
      const answer = await writeOnce(counter, commandId, plan);
      // another window wrote meanwhile: its acts are in the database now, and this one is planned anew on top of them
      return !answer.ok && answer.error.code === 'journal-moved'
        ? writeOnce(counter, commandId, plan)
        : answer;
    })
    .catch(hostProblem);
}

async function writeOnce(
  counter: Counter,
  commandId: string,
  plan: () => Promise<Answer<ActPlan>>,
): Promise<Answer<void>> {
  const { office } = counter;
  const ready = await readyToWrite(office);
  if (!ready.ok) return ready;
  if (await alreadyWritten(office, commandId)) return ok(undefined);
  const planned = await plan();
  if (!planned.ok) return planned;
  const entry = await signedEntry(counter, planned.value);
  if (!entry.ok) return entry;
  return append(office, commandId, entry.value);
}

/** The database stands level with the journal, and the disk still takes acts. */
async function readyToWrite(office: Office): Promise<Answer<void>> {
  try {
    if (office.behind.value) await catchUp(office);
    const disk = await office.host.disk();
    return disk.state === 'no-actions' ? err({ code: 'disk-full' }) : ok(undefined);
  } catch (error) {
    return hostProblem(error);
  }
}

/** Asks the database, then the journal: after an unknown outcome only the journal knows. */
async function alreadyWritten(office: Office, commandId: string): Promise<boolean> {
  if ((await office.store.operationsOfCommand(commandId)).length > 0) return true;
  if (!(await office.host.journalFind(commandId))) return false;
  await catchUp(office);
  office.changed();
  return (await office.store.operationsOfCommand(commandId)).length > 0;
}

async function signedEntry(counter: Counter, plan: ActPlan): Promise<Answer<ActEntry>> {
  const { office, clerk } = counter;
  const operations: SignedOperation[] = [];
  let chain = await readMark(office.store, 'chain');
  const entities = new Map(plan.acts.map(({ entity }) => [entity, office.shelf.get(entity)?.dossier]));
  for (const act of plan.acts) {
    const next = nextOperation(counter, act, plan.at, chain);
    const applied = apply(entities.get(act.entity), next.operation, applyContext(office));
    if (!applied.ok) return err({ code: applied.error.code, detail: applied.error.detail });
    entities.set(act.entity, applied.value.entity);
    const signed = await signOperation(counter, next.operation);
    chain = { ...next.chain, head: await office.digest.sha256(signed.bytes) };
    operations.push(signed);
  }
  return readable({
    kind: 'act',
    at: Instant.parse(plan.at),
    clerk: ClerkId.parse(clerk.id),
    operations,
    provisional: plan.provisional,
    files: [...plan.files],
    draft: plan.draft,
  });
}

/** What could not be read back from the journal, or not be sent, is refused before it is written: afterwards it would be too late. */
function readable(entry: ActEntry): Answer<ActEntry> {
  const whole = JournalEntry.safeParse(entry);
  const fault = whole.success
    ? entry.operations.some(({ bytes }) => !parseOperation(bytes)) && 'operation'
    : (whole.error.issues[0]?.path.join('.') ?? 'entry');
  return fault ? err({ code: 'draft-invalid', detail: fault }) : ok(entry);
}

async function append(office: Office, commandId: string, entry: ActEntry): Promise<Answer<void>> {
  let place: { index: number; hash: string };
  try {
    const { hash } = await readMark(office.store, 'journal');
    place = await appendEntry(office.host, office.machine, commandId, entry, hash);
  } catch (error) {
    return settleUnknown(office, commandId, error);
  }
  try {
    await applyEntry(office, { commandId, ...place }, entry);
  } catch {
    return repair(office);
  }
  office.changed();
  office.workWaits();
  return ok(undefined);
}

/** The act has happened but the database did not take it: open it again and replay. The act is never called failed. */
async function repair(office: Office): Promise<Answer<void>> {
  office.behind.value = true;
  try {
    await office.store.reopen();
    await catchUp(office);
  } catch {
    return err({ code: 'written-not-shown' });
  }
  office.changed();
  office.workWaits();
  return ok(undefined);
}

/** The append failed or its answer was lost: only the journal says which. */
async function settleUnknown(office: Office, commandId: string, error: unknown): Promise<Answer<void>> {
  office.behind.value = true;
  try {
    if (await alreadyWritten(office, commandId)) return ok(undefined);
    await catchUp(office);
    return hostProblem(error);
  } catch {
    return err({ code: 'outcome-unknown' });
  }
}
