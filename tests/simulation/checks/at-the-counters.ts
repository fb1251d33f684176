import type { DossierDetail, DossierList, LineView } from '../../../renderer/worker/api.ts';
import type { AttachmentRecord, OperationRecord } from '../../../renderer/worker/store/rows.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import { CITIZEN } from '../../builders/a-draft.ts';
import { seen } from '../../builders/a-machine.ts';
import { freshDatabase } from '../../fakes/memory-work-store.ts';
import type { CounterMachine } from '../world/counter-machine.ts';
import type { World } from '../world/world.ts';
import type { Held } from './at-the-province.ts';

/** What a machine still has to deliver, and the files among it that its disk no longer holds. */
export async function stillToDeliver(machine: CounterMachine): Promise<number> {
  if (!machine.window?.alive) return Number.POSITIVE_INFINITY;
  const { waiting } = (await seen(machine.window.core, 'line')) as LineView;
  return waiting + filesToDeliver(machine).length;
}

/** Files that wait and could be sent: their bytes are on the disk. */
function filesToDeliver({ database, disk }: CounterMachine): readonly AttachmentRecord[] {
  const rows = [...(database.tables.get('attachments')?.values() ?? [])] as AttachmentRecord[];
  return rows.filter(({ state, id }) => state === 'waiting' && disk.blobs.get(id)?.whole === true);
}

/** I4: every screen shows what the province holds. I7: what took no effect, wholly or in part, lies before the clerk. */
export async function screensAgree(world: World, machine: CounterMachine, held: Held): Promise<void> {
  const { core } = machine.window ?? machine.open();
  const { rows } = (await seen(core, 'dossiers', { tab: 'all', query: '' })) as DossierList;
  const shown = new Set(rows.map(({ id }) => id));
  for (const { id, dossier, provisional_code } of held.dossiers) {
    const detail = (await seen(core, 'dossier', { id })) as DossierDetail | undefined;
    if (!shown.has(id) || !detail)
      world.violation('I4', `D${machine.number} does not show ${provisional_code}`);
    else if (canonicalJson(detail.dossier) !== canonicalJson(dossier))
      world.violation('I4', `D${machine.number} shows ${provisional_code} differently`);
  }
  const mine = new Map([...operationsOf(machine)].map((row) => [row.id, row]));
  const attention = machine.database.tables.get('attention') ?? new Map();
  for (const { id, result, duplicate } of held.operations) {
    if (duplicate || !mine.has(id) || result === 'applied' || attention.has(id)) continue;
    world.violation('I7', `D${machine.number} does not tell of a ${result} ${mine.get(id)?.type}`);
  }
}

const operationsOf = ({ database }: CounterMachine) =>
  [...(database.tables.get('operations')?.values() ?? [])] as OperationRecord[];

/** Journal and store agree: the store made anew from the journal alone has the same acts in the same places. */
export async function journalAgrees(world: World, machine: CounterMachine): Promise<void> {
  const line = world.lines[machine.number];
  const older = machine.disk.witness > machine.disk.journal.length;
  const before = facts(machine, older);
  machine.window?.die();
  machine.database.tables = freshDatabase().tables;
  if (line) line.up = false;
  if (!(await world.unlock(machine)))
    world.violation('J', `D${machine.number} does not open after its store was lost`);
  else if (facts(machine, older) !== before)
    world.violation(
      'J',
      `D${machine.number}: journal and store differ: ${difference(before, facts(machine, older))}`,
    );
  if (line) line.up = true;
}

/** The first place where two accounts part. */
function difference(before: string, after: string): string {
  const at = [...before].findIndex((letter, place) => letter !== after[place]);
  return `${before.slice(Math.max(0, at - 60), at + 60)} ≠ ${after.slice(Math.max(0, at - 60), at + 60)}`;
}

/** What the journal must be able to say again. An older copy already dealt with is told anew, as a further epoch. */
function facts(machine: CounterMachine, older: boolean): string {
  const { tables } = machine.database;
  const rows = [...operationsOf(machine)].sort((a, b) => a.epoch - b.epoch || a.seq - b.seq);
  const acts = rows.map(({ id, command, entity }) => [id, command, entity]);
  if (older) return JSON.stringify(acts);
  const places = rows.map(({ epoch, seq }) => [epoch, seq]);
  const meta = (id: string) => tables.get('meta')?.get(id) as { value: string } | undefined;
  const number = tables.get('counters')?.get('provisional') as { value: number } | undefined;
  return JSON.stringify([acts, places, meta('chain')?.value, meta('journal')?.value, number?.value]);
}

/** No clear personal byte in the database or the host folder. Paper is not at rest on the machine. */
export function nothingClear(world: World, { number, database, disk }: CounterMachine): void {
  const kept = { ...disk, printed: [], scans: [] };
  const haystack = bytesOf([[...database.tables.values()].map((table) => [...table.values()]), kept]);
  for (const [field, needle] of Object.entries(CITIZEN))
    for (const form of [needle, needle.normalize('NFD')])
      for (const encoding of ['utf8', 'utf16le'] as const)
        if (haystack.includes(Buffer.from(form, encoding)))
          world.violation('P', `D${number} keeps ${field} in clear`);
}

function bytesOf(value: unknown): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (value instanceof Map) return Buffer.concat([...value].map(bytesOf));
  if (Array.isArray(value)) return Buffer.concat(value.map(bytesOf));
  if (typeof value === 'object' && value !== null) return bytesOf(Object.values(value));
  return Buffer.from(`${String(value)}\n`);
}
