import type { PackSet } from '../../shared/domain/packs/pack-set.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { Verifier } from '../../shared/ports.ts';
import type { PushReply, PushRequest, Verdict } from '../../shared/protocol/messages.ts';
import { officialNumberRule } from '../numbers/official-number.ts';
import type { Database, Queries } from '../store/database.ts';
import { findObjections } from './find-objections.ts';
import { judgeBatch } from './judge-batch.ts';
import { loadState } from './load-state.ts';
import { planPush } from './plan-push.ts';
import { heardOf, lockPosition } from './position.ts';
import { type ReadOperation, readBatch } from './read-batch.ts';
import { writeBatch } from './write-batch.ts';

export interface PushDependencies {
  readonly database: Database;
  readonly verifier: Verifier;
  readonly packSets: (commune: string) => Promise<ReadonlyMap<string, PackSet>>;
  readonly now: () => number;
}

export interface PushingDevice {
  readonly commune: string;
  readonly id: string;
  readonly publicKey: string;
}

/**
 * POST /v1/push. One transaction; the answer is made only after its commit. The error is a batch that cannot be stood in a
 * chain at all (nothing stored): the envelope is malformed, or its last operation is not signed by the device.
 */
export async function push(
  dependencies: PushDependencies,
  device: PushingDevice,
  request: PushRequest,
): Promise<Result<PushReply, 'malformed' | 'signature-invalid'>> {
  const batch = readBatch(device.id, request.epoch, request.operations);
  if (!batch) return err('malformed');
  const last = batch.at(-1);
  if (
    last &&
    !(await dependencies.verifier.verify(device.publicKey, last.signed.bytes, last.signed.signature))
  )
    return err('signature-invalid');
  const objections = await findObjections(dependencies, device, batch);
  const packSets = await dependencies.packSets(device.commune);
  return ok(
    await dependencies.database.transaction(async (queries): Promise<PushReply> => {
      const position = await lockPosition(queries, device.commune, device.id);
      const now = dependencies.now();
      const stored = await storedAnswers(queries, device, request.epoch, batch, position.lastSeq);
      const hashes = new Map([...stored].map(([seq, answer]) => [seq, answer.hash]));
      const plan = planPush(position, request.epoch, batch, hashes);
      if (plan.status !== 'go') return { status: plan.status, ...heardOf(position, now) };
      const rule = officialNumberRule(device.commune);
      const state = await loadState(queries, device.commune, position.counter, plan.fresh, packSets, rule);
      const judgement = judgeBatch(state, plan.fresh, objections, rule);
      await writeBatch(queries, device.commune, device.id, judgement);
      const lastFresh = plan.fresh.at(-1);
      const reached = lastFresh
        ? { ...position, lastSeq: lastFresh.head.seq, head: lastFresh.hash }
        : position;
      const verdicts = [
        ...plan.known.map((read) => ({ ...knownVerdict(stored, read), duplicate: true })),
        ...judgement.judged.map(({ verdict }) => verdict),
      ];
      return { status: 'ok', ...heardOf(reached, now), verdicts };
    }),
  );
}

interface StoredAnswer {
  readonly hash: string;
  readonly verdict: Verdict;
}

async function storedAnswers(
  queries: Queries,
  device: PushingDevice,
  epoch: number,
  batch: readonly ReadOperation[],
  lastSeq: number,
): Promise<ReadonlyMap<number, StoredAnswer>> {
  const seqs = batch.map((read) => read.head.seq).filter((seq) => seq <= lastSeq);
  if (seqs.length === 0) return new Map();
  const rows = await queries.query<{ seq: string; hash: string; verdict: Verdict }>(
    'select seq, hash, verdict from operation where commune = $1 and device = $2 and epoch = $3 and seq = any($4::bigint[])',
    [device.commune, device.id, epoch, seqs],
  );
  return new Map(rows.map((row) => [Number(row.seq), { hash: row.hash, verdict: row.verdict }]));
}

function knownVerdict(stored: ReadonlyMap<number, StoredAnswer>, read: ReadOperation): Verdict {
  const answer = stored.get(read.head.seq);
  if (!answer) throw new Error('a known operation has no stored verdict');
  return answer.verdict;
}
