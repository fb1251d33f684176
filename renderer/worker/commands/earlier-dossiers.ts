import type { DossierRow, DraftField, ReceptionDraft } from '../api.ts';
import type { Office } from '../boot/office.ts';
import { dossierRow } from '../views/dossier-row.ts';

/** hồ sơ trước đây — dossiers of a person known on this machine, newest first, and her data as last given. */
export function earlierDossiers(
  office: Office,
  personalId: string,
): { readonly rows: readonly DossierRow[]; readonly person?: ReceptionDraft['person'] } {
  const found = office.shelf.all().filter(({ dossier }) => dossier.applicant.personalId === personalId);
  const latest = found[0]?.dossier.applicant;
  const now = office.clock.now();
  const field = (text: string | undefined): DraftField => ({ text: text ?? '', source: 'retrieved' });
  return {
    rows: found.map((folded) => dossierRow(office, folded, now)),
    person: latest && {
      name: field(latest.name),
      personalId: field(latest.personalId),
      birthDate: field(latest.birthDate?.split('-').reverse().join('/')),
      sex: field(latest.sex),
      address: field(latest.address),
      phone: field(latest.phone),
    },
  };
}
