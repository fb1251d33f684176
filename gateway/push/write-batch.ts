import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import type { Queries } from '../store/database.ts';
import type { HeldDossier, Judged, Judgement } from './judge-batch.ts';

/** Writes a judged batch: operations, dossiers, numbers, needed papers, device head, commune counter. Inside the transaction. */
export async function writeBatch(
  queries: Queries,
  commune: string,
  device: string,
  judgement: Judgement,
): Promise<void> {
  const last = judgement.judged.at(-1);
  if (!last) return;
  await writeOperations(queries, commune, judgement.judged);
  if (judgement.changed.size > 0) await writeDossiers(queries, commune, [...judgement.changed.values()]);
  if (judgement.numbers.length > 0)
    await queries.query(
      `insert into official_number (agency, day, number, commune, dossier)
       select $1, x.day, x.number, $1, x.dossier
       from jsonb_to_recordset($2::jsonb) as x (day text, number integer, dossier text)`,
      [commune, JSON.stringify(judgement.numbers)],
    );
  await queries.query('update device set last_seq = $3, head = $4 where commune = $1 and id = $2', [
    commune,
    device,
    last.read.head.seq,
    last.read.hash,
  ]);
  await queries.query('update commune set counter = $2 where code = $1', [commune, judgement.counter]);
}

/** The signed texts travel as parameters of type text[]: they must come back byte for byte. */
async function writeOperations(queries: Queries, commune: string, judged: readonly Judged[]): Promise<void> {
  const facts = judged.map(({ read, verdict, again }) => ({
    device: read.head.device,
    epoch: read.head.epoch,
    seq: read.head.seq,
    id: read.head.id,
    entity: read.head.entity,
    type: read.head.type,
    clerk: read.head.clerk,
    hash: read.hash,
    act_hash: read.actHash,
    result: verdict.result,
    verdict: { ...verdict, duplicate: false },
    duplicate: again,
    signature: read.signed.signature,
    clerk_signature: read.signed.clerkSignature,
  }));
  await queries.query(
    `insert into operation (commune, device, epoch, seq, id, entity, type, clerk, bytes, signature, clerk_signature,
       hash, act_hash, result, verdict, duplicate)
     select $1, x.device, x.epoch, x.seq, x.id, x.entity, x.type, x.clerk, ($3::text[])[x.place], x.signature,
       x.clerk_signature, x.hash, x.act_hash, x.result, x.verdict, x.duplicate
     from jsonb_to_recordset($2::jsonb) as x (place integer, device text, epoch integer, seq bigint, id text, entity text,
       type text, clerk text, hash text, act_hash text, result text, verdict jsonb, duplicate boolean, signature text,
       clerk_signature text)`,
    [
      commune,
      JSON.stringify(facts.map((fact, index) => ({ ...fact, place: index + 1 }))),
      judged.map(({ read }) => read.signed.bytes),
    ],
  );
}

async function writeDossiers(queries: Queries, commune: string, held: readonly HeldDossier[]): Promise<void> {
  const rows = held.map(({ dossier, change }) => ({
    id: dossier.id,
    change,
    version: dossier.version,
    provisional_code: dossier.provisionalCode,
    official_code: dossier.officialCode,
    status: dossier.status,
    dossier,
  }));
  await queries.query(
    `insert into dossier (commune, id, change, version, provisional_code, official_code, status, dossier)
     select $1, x.id, x.change, x.version, x.provisional_code, x.official_code, x.status, x.dossier
     from jsonb_to_recordset($2::jsonb) as x (id text, change bigint, version integer, provisional_code text,
       official_code text, status text, dossier jsonb)
     on conflict (commune, id) do update set change = excluded.change, version = excluded.version,
       official_code = excluded.official_code, status = excluded.status, dossier = excluded.dossier`,
    [commune, JSON.stringify(rows)],
  );
  const needs = held.flatMap(({ dossier }) =>
    papersOf(dossier).map((sha256) => ({ sha256, dossier: dossier.id })),
  );
  await queries.query(
    `insert into attachment_need (commune, sha256, dossier)
     select $1, x.sha256, x.dossier from jsonb_to_recordset($2::jsonb) as x (sha256 text, dossier text)
     on conflict do nothing`,
    [commune, JSON.stringify(needs)],
  );
}

/** Hashes of all files of a dossier, the printed receipt included. */
function papersOf(dossier: Dossier): string[] {
  const files = dossier.components.flatMap((component) => component.attachments.map((file) => file.sha256));
  return [...new Set<string>([...files, dossier.receipt.sha256])];
}
