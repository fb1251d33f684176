import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import { PROTOCOL, type PullReply } from '../../shared/protocol/messages.ts';
import type { Database } from '../store/database.ts';

export interface Cursor {
  readonly generation: number;
  readonly counter: number;
}

/** `<generation>.<counter>`; undefined when it is anything else. */
export function parseCursor(text: string): Cursor | undefined {
  const match = /^(\d{1,9})\.(\d{1,15})$/.exec(text);
  return match ? { generation: Number(match[1]), counter: Number(match[2]) } : undefined;
}

interface PullRow {
  readonly id: string;
  readonly change: string;
  readonly version: number;
  readonly deleted: boolean;
  readonly dossier: Dossier;
  readonly missing: readonly string[];
}

/**
 * GET /v1/pull: rows changed after the cursor, each dossier once, in order of the commune's counter. A cursor of another
 * generation is read as 0. The counter is given out under the commune's lock, so a lower one never commits after a higher.
 */
export async function pull(
  database: Database,
  commune: string,
  cursor: Cursor,
  limit: number,
  now: number,
): Promise<PullReply> {
  const [state] = await database.query<{ generation: number; scope_version: number }>(
    'select generation, scope_version from gateway_state, commune where code = $1',
    [commune],
  );
  if (!state) throw new Error('commune is missing');
  const from = cursor.generation === state.generation ? cursor.counter : 0;
  const rows = await database.query<PullRow>(
    `select id, change, version, deleted, dossier, array(
       select need.sha256 from attachment_need as need
       where need.commune = dossier.commune and need.dossier = dossier.id and not exists (
         select 1 from attachment where attachment.commune = need.commune and attachment.sha256 = need.sha256)
       order by need.sha256) as missing
     from dossier where commune = $1 and change > $2 order by change limit $3`,
    [commune, from, limit],
  );
  return {
    protocol: PROTOCOL,
    generation: state.generation,
    scopeVersion: state.scope_version,
    cursor: `${state.generation}.${Number(rows.at(-1)?.change ?? from)}`,
    more: rows.length === limit,
    rows: rows.map((row) => ({
      id: row.id,
      change: Number(row.change),
      version: row.version,
      deleted: row.deleted,
      dossier: { ...row.dossier },
      missingAttachments: row.missing as PullReply['rows'][number]['missingAttachments'],
    })),
    time: new Date(now).toISOString() as PullReply['time'],
  };
}
