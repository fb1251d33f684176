import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import type { PackSet } from '../../shared/domain/packs/pack-set.ts';
import type { Verdict } from '../../shared/protocol/messages.ts';
import { nextNumbers } from '../numbers/official-number.ts';
import type { Queries } from '../store/database.ts';
import type { EarlierAnswer, HeldDossier, LoadedState, NumberRule } from './judge-batch.ts';
import type { ReadOperation } from './read-batch.ts';

/** Loads what the fresh operations of a batch touch, each table once. Call under the commune's lock. */
export async function loadState(
  queries: Queries,
  commune: string,
  counter: number,
  fresh: readonly ReadOperation[],
  packSets: ReadonlyMap<string, PackSet>,
  rule: NumberRule,
): Promise<LoadedState> {
  const entities = distinct(fresh.map((read) => read.head.entity));
  const ids = distinct(fresh.flatMap((read) => [read.head.id, ...read.head.deps]));
  const codes = distinct(fresh.flatMap(provisionalCodes));
  const days = distinct(
    fresh
      .flatMap((read) => (read.operation ? [rule.dayOf(read.operation)] : []))
      .filter((day) => day !== undefined),
  );
  return {
    counter,
    packSets,
    dossiers: await loadDossiers(queries, commune, entities),
    dossierByProvisionalCode: await loadOwners(queries, commune, codes),
    answers: await loadAnswers(queries, commune, ids),
    movedElsewhere: await loadMovedElsewhere(queries, commune),
    nextNumber: await nextNumbers(queries, commune, days),
  };
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];

const provisionalCodes = (read: ReadOperation): string[] =>
  read.operation?.type === 'dossier.receive' ? [read.operation.payload.provisionalCode] : [];

async function loadDossiers(
  queries: Queries,
  commune: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, HeldDossier>> {
  const rows = await queries.query<{ id: string; change: string; dossier: Dossier }>(
    'select id, change, dossier from dossier where commune = $1 and id = any($2::text[])',
    [commune, ids],
  );
  return new Map(rows.map((row) => [row.id, { dossier: row.dossier, change: Number(row.change) }]));
}

async function loadOwners(
  queries: Queries,
  commune: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await queries.query<{ id: string; provisional_code: string }>(
    'select id, provisional_code from dossier where commune = $1 and provisional_code = any($2::text[])',
    [commune, codes],
  );
  return new Map(rows.map((row) => [row.provisional_code, row.id]));
}

async function loadAnswers(
  queries: Queries,
  commune: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, EarlierAnswer>> {
  const rows = await queries.query<{ id: string; act_hash: string; verdict: Verdict }>(
    'select id, act_hash, verdict from operation where commune = $1 and id = any($2::text[]) and not duplicate',
    [commune, ids],
  );
  return new Map(rows.map((row) => [row.id, { actHash: row.act_hash, verdict: row.verdict }]));
}

/** Procedures the province has moved to another system since the pack was signed. */
async function loadMovedElsewhere(queries: Queries, commune: string): Promise<ReadonlySet<string>> {
  const [row] = await queries.query<{ value: readonly string[] }>(
    "select value from setting where commune = $1 and key = 'movedElsewhere'",
    [commune],
  );
  return new Set(row?.value ?? []);
}
