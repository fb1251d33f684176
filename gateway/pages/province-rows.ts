import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import type { Queries } from '../store/database.ts';

/** A dossier as the province's page lists it. */
export interface ProvincePageRow {
  readonly commune: string;
  readonly id: string;
  readonly change: number;
  readonly dossier: Dossier;
  /** machine that received it */
  readonly device: string;
  readonly missing: readonly string[];
}

interface Row extends Omit<ProvincePageRow, 'change' | 'device'> {
  readonly change: string;
  readonly device: string | null;
}

const COLUMNS = `dossier.commune, dossier.id, dossier.change, dossier.dossier,
  (select device from operation where operation.commune = dossier.commune and operation.entity = dossier.id
     and type = 'dossier.receive' and not duplicate order by received_at limit 1) as device,
  array(select need.sha256 from attachment_need as need
    where need.commune = dossier.commune and need.dossier = dossier.id and not exists (
      select 1 from attachment where attachment.commune = need.commune and attachment.sha256 = need.sha256)) as missing`;

const toRow = (row: Row): ProvincePageRow => ({
  ...row,
  change: Number(row.change),
  device: row.device ?? '',
});

/** The newest dossiers of all communes, last received first. */
export async function provinceRows(queries: Queries, limit: number): Promise<readonly ProvincePageRow[]> {
  const rows = await queries.query<Row>(
    `select ${COLUMNS} from dossier where not deleted order by dossier->>'receivedAt' desc, id desc limit $1`,
    [limit],
  );
  return rows.map(toRow);
}

/** One dossier, undefined when the province does not hold it. */
export async function provinceRow(
  queries: Queries,
  commune: string,
  id: string,
): Promise<ProvincePageRow | undefined> {
  const rows = await queries.query<Row>(`select ${COLUMNS} from dossier where commune = $1 and id = $2`, [
    commune,
    id,
  ]);
  return rows.map(toRow)[0];
}

/** What the database holds, counted; `doubled` counts acts that took effect more than once and must be 0. */
export async function provinceCounts(queries: Queries): Promise<Readonly<Record<string, number>>> {
  const [row] = await queries.query<Record<string, string>>(
    `select (select count(*) from dossier) as dossiers,
       (select count(*) from operation where not duplicate) as operations,
       (select count(*) from attachment) as attachments,
       (select count(*) from (select dossier->>'provisionalCode' from dossier group by commune, 1 having count(*) > 1) as d)
         as doubled`,
  );
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, Number(value)]));
}
