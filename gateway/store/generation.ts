import type { Database, Queries } from './database.ts';

/** numbers skipped on every open day after a restore: codes given out after the backup must not be given again */
const SKIPPED_NUMBERS = 1000;

/** The generation of this database: it rises when the province restores a backup. */
export async function currentGeneration(queries: Queries): Promise<number> {
  const [row] = await queries.query<{ generation: number }>('select generation from gateway_state');
  if (!row) throw new Error('gateway_state is empty');
  return row.generation;
}

/**
 * After a restore: raises the generation, so that every device says hello and sends again what the backup lacks, and lets
 * the official numbers of `days` go on well above those that may have been printed. Nothing happens when it is not higher.
 */
export async function raiseGeneration(
  database: Database,
  generation: number,
  days: readonly string[],
): Promise<void> {
  await database.transaction(async (queries) => {
    const raised = await queries.query(
      'update gateway_state set generation = $1 where generation < $1 returning generation',
      [generation],
    );
    if (raised.length === 0) return;
    await queries.query(
      `insert into number_floor (agency, day, floor)
       select commune.code, open.day, $2 + greatest(
         coalesce((select max(number) from official_number as n where n.agency = commune.code and n.day = open.day), 0),
         coalesce((select floor from number_floor as f where f.agency = commune.code and f.day = open.day), 0))
       from commune, unnest($1::text[]) as open (day)
       on conflict (agency, day) do update set floor = excluded.floor`,
      [days, SKIPPED_NUMBERS],
    );
  });
}
