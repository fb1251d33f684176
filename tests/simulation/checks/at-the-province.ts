import { createHash } from 'node:crypto';
import type { Dossier } from '../../../shared/domain/dossier/dossier.ts';
import { parseOperation } from '../../../shared/domain/operation.ts';
import type { Verdict } from '../../../shared/protocol/messages.ts';
import type { World } from '../world/world.ts';

export interface HeldOperation {
  readonly device: string;
  readonly epoch: number;
  readonly seq: string;
  readonly id: string;
  readonly entity: string;
  readonly type: string;
  readonly bytes: string;
  readonly hash: string;
  readonly result: string;
  readonly verdict: Verdict;
  readonly duplicate: boolean;
}

export interface HeldDossier {
  readonly id: string;
  readonly change: string;
  readonly provisional_code: string;
  readonly official_code: string | null;
  readonly dossier: Dossier;
}

/** Everything the province holds when all is quiet. */
export interface Held {
  readonly operations: readonly HeldOperation[];
  readonly dossiers: readonly HeldDossier[];
  readonly papers: ReadonlySet<string>;
}

export async function heldByProvince({ province: { database } }: World): Promise<Held> {
  const papers = await database.query<{ sha256: string }>('select sha256 from attachment');
  return {
    operations: await database.query<HeldOperation>(
      'select * from operation order by commune, device, epoch, seq',
    ),
    dossiers: await database.query<HeldDossier>(
      'select id, change, provisional_code, official_code, dossier from dossier order by change',
    ),
    papers: new Set(papers.map(({ sha256 }) => sha256)),
  };
}

/** I1, I8, I9: what was shown as done, printed or attached is there, unless its only disk is gone. */
export function nothingLost(world: World, held: Held): void {
  const ids = new Set(held.operations.map(({ id }) => id));
  const entities = new Set(held.operations.map(({ entity }) => entity));
  for (const act of world.oracle.acts.values()) {
    if (act.state !== 'done' || act.diskGone) continue;
    if (!act.operation || !ids.has(act.operation))
      world.violation('I1', `act lost: D${act.device} ${act.kind}`);
    if (act.code && !(act.entity && entities.has(act.entity)))
      world.violation('I9', `slip without a dossier: ${act.code}`);
  }
  for (const { dossier } of held.dossiers)
    for (const hash of papersOf(dossier)) {
      if (held.papers.has(hash) || world.oracle.isGone(hash)) continue;
      world.violation('I8', `a paper of ${dossier.provisionalCode} never arrived`);
    }
}

const papersOf = (dossier: Dossier): readonly string[] => [
  ...dossier.components.flatMap(({ attachments }) => attachments.map(({ sha256 }) => sha256)),
  dossier.receipt.sha256,
];

/** I2, I3, I5: no operation takes effect twice or out of its device's order, no code belongs to two. */
export function nothingDoubled(world: World, held: Held): void {
  const effective = new Set<string>();
  for (const { id, duplicate } of held.operations)
    if (!duplicate && effective.size === effective.add(id).size)
      world.violation('I2', `operation stored twice: ${id}`);
  const place = new Map([...world.oracle.acts.values()].map(({ operation }, at) => [operation, at]));
  for (const { dossier } of held.dossiers) {
    const steps = dossier.timeline.map(({ operation }) => operation as string);
    if (new Set(steps).size !== steps.length)
      world.violation('I2', `a step twice in ${dossier.provisionalCode}`);
    for (const { number } of world.machines) {
      const own = steps.filter((id) => deviceOf(world, id) === number).map((id) => place.get(id) ?? 0);
      if (own.some((at, n) => n > 0 && at < (own[n - 1] ?? 0)))
        world.violation('I3', `steps of D${number} out of order in ${dossier.provisionalCode}`);
    }
  }
  unique(
    world,
    'official code',
    held.dossiers.map(({ official_code }) => official_code ?? ''),
  );
  unique(
    world,
    'provisional code',
    held.dossiers.map(({ provisional_code }) => provisional_code),
  );
  const printed = [...world.oracle.acts.values()].filter(
    ({ code, device }) => code !== undefined && !world.oracle.cloned.has(device),
  );
  unique(
    world,
    'printed code',
    printed.map(({ code }) => code ?? ''),
  );
}

function deviceOf(world: World, operation: string): number | undefined {
  for (const act of world.oracle.acts.values()) if (act.operation === operation) return act.device;
  return undefined;
}

function unique(world: World, what: string, codes: readonly string[]): void {
  const met = new Set<string>();
  for (const code of codes) {
    if (code !== '' && met.has(code)) world.violation('I5', `${what} twice: ${code}`);
    met.add(code);
  }
}

/** I6: every chain recomputes from the signed texts alone. */
export function chainsWhole(world: World, held: Held): void {
  const heads = new Map<string, { readonly hash: string; readonly seq: number }>();
  for (const { device, epoch, bytes, hash, id } of held.operations) {
    const chain = `${device}/${epoch}`;
    const before = heads.get(chain) ?? { hash: '0', seq: 0 };
    const operation = parseOperation(bytes);
    const recomputed = createHash('sha256').update(bytes).digest('hex');
    if (
      operation?.prev !== before.hash ||
      operation.seq !== before.seq + 1 ||
      recomputed !== hash ||
      operation.id !== id
    )
      world.violation('I6', `chain broken: ${chain} at ${before.seq + 1}`);
    heads.set(chain, { hash: recomputed, seq: before.seq + 1 });
  }
}
