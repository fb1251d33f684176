import type { FieldName } from './draft/check-fields.ts';

/** Puts the cursor into a field of the reception by its name; the controls carry it as `data-field`. */
export function focusField(field: FieldName): void {
  const element = document.querySelector<HTMLElement>(`[data-field="${field}"]`);
  element?.focus();
  if (element instanceof HTMLInputElement && element.type === 'text') element.select();
  element?.scrollIntoView({ block: 'nearest' });
}
