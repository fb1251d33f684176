import { formatOfficialCode } from '../../shared/domain/dossier/official-code.ts';
import { localDayOf } from '../../shared/lib/vietnam-time.ts';
import type { NumberRule } from '../push/judge-batch.ts';
import type { Queries } from '../store/database.ts';

/** mã hồ sơ — numbers run per agency and Vietnamese day of reception (domain.md §2.1); given at `dossier.receive`. */
export const officialNumberRule = (agency: string): NumberRule => ({
  dayOf: (operation) =>
    operation.type === 'dossier.receive' ? localDayOf(Date.parse(operation.payload.receivedAt)) : undefined,
  format: (day, number) => formatOfficialCode(agency, day, number),
});

/** The next free number for each day; call under the commune's lock. */
export async function nextNumbers(
  queries: Queries,
  agency: string,
  days: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (days.length === 0) return new Map();
  const rows = await queries.query<{ day: string; highest: number }>(
    `select day, max(number) as highest from (
       select day, number from official_number where agency = $1 and day = any($2::text[])
       union all
       select day, floor from number_floor where agency = $1 and day = any($2::text[])
     ) as taken group by day`,
    [agency, days],
  );
  const highest = new Map(rows.map((row) => [row.day, row.highest]));
  return new Map(days.map((day) => [day, (highest.get(day) ?? 0) + 1]));
}
