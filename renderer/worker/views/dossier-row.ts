import { type Urgency, urgencyOf } from '../../../shared/domain/dossier/urgency.ts';
import type { DossierRow } from '../api.ts';
import type { Office } from '../boot/office.ts';
import type { FoldedDossier } from '../store/folded-dossier.ts';

/** One line of a list: no personal number, phone or address. */
export function dossierRow(office: Pick<Office, 'packs'>, folded: FoldedDossier, now: number): DossierRow {
  const { dossier } = folded;
  return {
    id: dossier.id,
    code: dossier.officialCode ?? dossier.provisionalCode,
    provisional: dossier.officialCode === undefined,
    name: dossier.applicant.name,
    procedureCode: dossier.procedure.code,
    procedureName: dossier.procedure.name,
    status: dossier.status,
    receivedAt: dossier.receivedAt,
    dueAt: dossier.appointment.dueAt,
    dueExpected: dossier.appointment.expected,
    urgency: urgency(office, folded, now),
    sync: folded.attention > 0 ? 'attention' : folded.waiting.length > 0 ? 'waiting' : 'sent',
  };
}

/** Under the set the dossier was received by; a set not known here falls back to the present one. */
export function urgency(office: Pick<Office, 'packs'>, { dossier }: FoldedDossier, now: number): Urgency {
  const set = office.packs.byHash(dossier.packs) ?? office.packs.at(new Date(now).toISOString());
  return set ? urgencyOf(dossier, now, set.content) : 'running';
}
