import { localDayOf } from '../../../shared/lib/vietnam-time.ts';
import type { DossierRow, HomeView } from '../api.ts';
import type { Office } from '../boot/office.ts';
import { dossierRow } from './dossier-row.ts';

/** hôm nay — what was received today and what presses. */
export function homeView(office: Office): HomeView {
  const now = office.clock.now();
  const today = localDayOf(now);
  const rows = office.shelf.all().map((folded) => dossierRow(office, folded, now));
  const received = rows.filter(({ receivedAt }) => localDayOf(Date.parse(receivedAt)) === today);
  const byDue = (a: DossierRow, b: DossierRow) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1);
  return {
    receivedToday: received.length,
    today: received,
    dueSoon: rows.filter(({ urgency }) => urgency === 'due-soon').sort(byDue),
    overdue: rows.filter(({ urgency }) => urgency === 'overdue').sort(byDue),
    supplement: rows.filter(({ status }) => status === 'awaitingSupplement').length,
  };
}
