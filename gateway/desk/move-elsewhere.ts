import type { Queries } from '../store/database.ts';

/** The province has moved a procedure to another system since the rules were signed: receptions of it are refused from now on. */
export async function moveElsewhere(queries: Queries, commune: string, procedure: string): Promise<void> {
  await queries.query(
    `insert into setting (commune, key, value) values ($1, 'movedElsewhere', jsonb_build_array($2::text))
     on conflict (commune, key) do update set value = setting.value || excluded.value
     where not setting.value @> excluded.value`,
    [commune, procedure],
  );
}
