import type { BlobStore } from '../store/blob-store.ts';
import type { Database } from '../store/database.ts';

export const MAX_ATTACHMENT_BYTES = 20_971_520;

/** Which of these the province lacks; only within the commune, so the answer tells nothing about others. */
export async function missingAttachments(
  database: Database,
  commune: string,
  sha256: readonly string[],
): Promise<readonly string[]> {
  const rows = await database.query<{ sha256: string }>(
    'select sha256 from attachment where commune = $1 and sha256 = any($2::text[])',
    [commune, sha256],
  );
  const held = new Set(rows.map((row) => row.sha256));
  return sha256.filter((hash) => !held.has(hash));
}

/**
 * Stores bytes whose hash has been checked; the same paper may arrive any number of times. The bytes are durable before the
 * row says so; dossiers that waited for them change, so that every device of the commune hears of it.
 */
export async function storeAttachment(
  database: Database,
  blobs: BlobStore,
  commune: string,
  sha256: string,
  bytes: Uint8Array,
): Promise<{ readonly duplicate: boolean }> {
  if ((await missingAttachments(database, commune, [sha256])).length === 0) return { duplicate: true };
  const path = await blobs.put(commune, sha256, bytes);
  return database.transaction(async (queries) => {
    const [row] = await queries.query<{ counter: string }>(
      'select counter from commune where code = $1 for update',
      [commune],
    );
    const inserted = await queries.query(
      `insert into attachment (commune, sha256, bytes, path) values ($1, $2, $3, $4)
       on conflict do nothing returning sha256`,
      [commune, sha256, bytes.byteLength, path],
    );
    if (!row || inserted.length === 0) return { duplicate: true };
    const waiting = await queries.query<{ id: string }>(
      `update dossier set change = $2 + place.number from (
         select dossier as id, row_number() over (order by dossier) as number from attachment_need
         where commune = $1 and sha256 = $3) as place
       where dossier.commune = $1 and dossier.id = place.id returning dossier.id`,
      [commune, Number(row.counter), sha256],
    );
    await queries.query('update commune set counter = counter + $2 where code = $1', [
      commune,
      waiting.length,
    ]);
    return { duplicate: false };
  });
}

/** Bytes of a stored paper, undefined when the province does not hold it. */
export async function readAttachment(
  database: Database,
  blobs: BlobStore,
  commune: string,
  sha256: string,
): Promise<Uint8Array | undefined> {
  const [row] = await database.query<{ path: string }>(
    'select path from attachment where commune = $1 and sha256 = $2',
    [commune, sha256],
  );
  return row ? blobs.get(row.path) : undefined;
}
