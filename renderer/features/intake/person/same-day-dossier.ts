import type { DossierRow } from '../../../worker/api.ts';

const DAY_MS = 86_400_000;

/** A dossier of this person for the same procedure, received within the last day. */
export function sameDayDossier(
  earlier: readonly DossierRow[],
  procedureCode: string | undefined,
  now: number,
): DossierRow | undefined {
  return earlier.find(
    (row) => row.procedureCode === procedureCode && now - Date.parse(row.receivedAt) < DAY_MS,
  );
}
