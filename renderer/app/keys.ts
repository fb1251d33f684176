import { useEffect, useRef } from 'react';

/** A key by its place on the keyboard: an active Vietnamese input method changes `event.key`, never `event.code`. */
export interface KeyBinding {
  readonly code: string;
  readonly ctrl?: boolean;
  readonly alt?: boolean;
  readonly shift?: boolean;
  /** also while the focus is in a field; for function keys and chords only */
  readonly inFields?: boolean;
  /** also while a dialog is open */
  readonly inDialogs?: boolean;
  readonly act: (event: KeyboardEvent) => void;
}

/** Bindings of what is shown now, the latest last: a screen's key goes before the shell's, whenever it was loaded. */
const shown: { readonly current: readonly KeyBinding[] }[] = [];

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  for (const bindings of shown.toReversed()) {
    const binding = bindings.current.find((each) => fits(each, event));
    if (!binding) continue;
    event.preventDefault();
    binding.act(event);
    return;
  }
}

/** Listens on the window while the component is shown. The first binding that fits takes the key. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const current = useRef(bindings);
  current.current = bindings;
  useEffect(() => {
    if (shown.length === 0) window.addEventListener('keydown', onKey);
    shown.push(current);
    return () => {
      shown.splice(shown.indexOf(current), 1);
      if (shown.length === 0) window.removeEventListener('keydown', onKey);
    };
  }, []);
}

/** Whether typing in this element enters text. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'file'].includes(target.type);
}

function fits(binding: KeyBinding, event: KeyboardEvent): boolean {
  return (
    binding.code === event.code &&
    Boolean(binding.ctrl) === (event.ctrlKey || event.metaKey) &&
    Boolean(binding.alt) === event.altKey &&
    Boolean(binding.shift) === event.shiftKey &&
    (binding.inFields === true || !isField(event.target)) &&
    (binding.inDialogs === true || document.querySelector('[role="dialog"][aria-modal="true"]') === null)
  );
}
