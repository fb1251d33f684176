import type { FindingField } from '../../../shared/domain/dossier/finding.ts';
import type { ReceptionDraft } from '../../worker/api.ts';
import { focusFirstPaper } from './papers/focus-paper.ts';

/** Puts the cursor into a field of the reception by its name; the controls carry it as `data-field`. */
export function focusField(field: FindingField): void {
  const element = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  element?.focus();
  element?.scrollIntoView({ block: 'nearest' });
}

/** Where the clerk goes on in a draft: the first part that is still open. Nothing is selected, so no stray key erases a field. */
export function focusOpenPart(draft: ReceptionDraft): void {
  const empty = (['name', 'phone'] as const).find((field) => draft.person[field].text === '');
  if (empty) focusField(empty);
  else if (draft.procedureCode === undefined) focusField('procedure');
  else focusFirstPaper();
}
