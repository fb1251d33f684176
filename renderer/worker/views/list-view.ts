import { fold, matchesWords } from '../../../shared/lib/fold.ts';
import type { DossierList, DossierRow, ListTab } from '../api.ts';
import type { Office } from '../boot/office.ts';
import type { FoldedDossier } from '../store/folded-dossier.ts';
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

/** Rows of one tab that answer the query, newest reception first, with the count of every tab. */
export function listView(
  office: Office,
  params: { readonly tab: ListTab; readonly query: string },
): DossierList {
  const now = office.clock.now();
  const all = office.shelf.all().map((folded) => ({ folded, row: dossierRow(office, folded, now) }));
  const counts = Object.fromEntries(
    Object.entries(tabs).map(([tab, belongs]) => [tab, all.filter(({ row }) => belongs(row)).length]),
  ) as Record<ListTab, number>;
  const found = matcher(params.query);
  return {
    rows: all.filter(({ folded, row }) => tabs[params.tab](row) && found(folded)).map(({ row }) => row),
    counts,
  };
}

/** Accent-free name and procedure, either code, any run of digits of personal number or phone. */
function matcher(query: string): (folded: FoldedDossier) => boolean {
  const compact = fold(query).replace(/[\s.-]/g, '');
  if (compact === '') return () => true;
  const numeric = /^\d{3,}$/.test(compact);
  return ({ dossier }) => {
    const { name, personalId, phone } = dossier.applicant;
    const codes = [dossier.officialCode ?? '', dossier.provisionalCode].map((code) =>
      code.toLowerCase().replace(/[.-]/g, ''),
    );
    if (compact.length >= 3 && codes.some((code) => code.includes(compact))) return true;
    if (numeric && [personalId, phone ?? ''].some((text) => text.includes(compact))) return true;
    return matchesWords(query, `${name} ${dossier.procedure.name}`);
  };
}
