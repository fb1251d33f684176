import { fold } from '../../../shared/lib/fold.ts';
import type { DossierList, DossierRow, ListTab } from '../api.ts';
import type { Office } from '../boot/office.ts';
import { dossierRow } from './dossier-row.ts';

const tabs: Readonly<Record<ListTab, (row: DossierRow) => boolean>> = {
  open: ({ urgency }) => urgency !== 'closed',
  'due-soon': ({ urgency }) => urgency === 'due-soon',
  overdue: ({ urgency }) => urgency === 'overdue',
  supplement: ({ status }) => status === 'awaitingSupplement',
  'to-return': ({ status }) => status === 'finished',
  waiting: ({ sync }) => sync !== 'sent',
  all: () => true,
};

/**
 * Rows of one tab with the count of every tab: all of them newest reception first, or those that answer the query (accent-free
 * name and procedure, either code, any run of digits of personal number or phone), best matches first.
 */
export function listView(
  office: Office,
  params: { readonly tab: ListTab; readonly query: string },
): DossierList {
  const now = office.clock.now();
  const rows = office.shelf.all().map((folded) => dossierRow(office, folded, now));
  const counts = Object.fromEntries(
    Object.entries(tabs).map(([tab, belongs]) => [tab, rows.filter(belongs).length]),
  ) as Record<ListTab, number>;
  const asked = fold(params.query) === '' ? rows : found(office, params.query, rows);
  return { rows: asked.filter(tabs[params.tab]), counts };
}

function found(office: Office, query: string, rows: readonly DossierRow[]): readonly DossierRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return office.shelf.find(query).flatMap(({ dossier }) => byId.get(dossier.id) ?? []);
}
