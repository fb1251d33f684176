/** What a field held before the first key of a possible scan went into it. */
export interface SavedField {
  readonly control: HTMLInputElement | HTMLTextAreaElement;
  readonly value: string;
  readonly start: number | null;
}

/** Remembers a text field; undefined for anything else that has the focus. */
export function saveField(target: EventTarget | null): SavedField | undefined {
  const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (!isText || ['checkbox', 'radio', 'file', 'button'].includes(target.type)) return undefined;
  return { control: target, value: target.value, start: target.selectionStart };
}

/** Takes back what a scanner typed into a field, in a way the screen's own state follows. */
export function restoreField(saved: SavedField | undefined): void {
  if (!saved || saved.control.value === saved.value) return;
  const { control, value, start } = saved;
  const kind = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(control, value);
  control.dispatchEvent(new Event('input', { bubbles: true }));
  if (start !== null) control.setSelectionRange(start, start);
}
