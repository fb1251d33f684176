import type { FindingField } from '../../../shared/domain/dossier/finding.ts';

/** Puts the cursor into a field of the reception by its name; the controls carry it as `data-field`. */
export function focusField(field: FindingField): void {
  const element = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
  element?.focus();
  if (element instanceof HTMLInputElement && element.type === 'text') element.select();
  element?.scrollIntoView({ block: 'nearest' });
}
