import { localDayOf } from '../../../../shared/lib/vietnam-time.ts';
import { readPastedScan, readScan, type ScanReading } from './read-scan.ts';
import { idleWedge, type WedgeEffect, type WedgeEvent, wedgeStep } from './wedge.ts';

export interface ScanListeners {
  readonly scanned: (reading: ScanReading) => void;
  /** an input method spoilt the scan */
  readonly rescan: () => void;
}

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** What a field held before the first key of a run went into it. */
interface Before {
  readonly control: TextControl;
  readonly value: string;
  readonly start: number | null;
}

/** Listens for scanners on the whole window, whatever has the focus; answers how to stop. */
export function listenForScans(listeners: ScanListeners): () => void {
  let state = idleWedge;
  let before: Before | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const today = () => localDayOf(Date.now());

  const perform = (effect: WedgeEffect): void => {
    if (effect.kind === 'release') return giveBack(effect.text);
    if (before) restore(before);
    before = undefined;
    if (effect.kind === 'scan') listeners.scanned(readScan(effect.text, today()));
    else listeners.rescan();
  };

  /** Held keys that were typing; a scanner without a terminator shows here as a whole card. */
  const giveBack = (text: string): void => {
    const whole = `${state.mode === 'run' ? '' : firstKey}${text}`;
    const reading = text.length >= 8 ? readPastedScan(whole, today()) : undefined;
    if (reading && reading.kind !== 'fault') {
      if (before) restore(before);
      listeners.scanned(reading);
    } else document.execCommand('insertText', false, text);
  };
  let firstKey = '';

  const feed = (event: WedgeEvent): 'pass' | 'hold' => {
    const step = wedgeStep(state, event);
    state = step.state;
    for (const effect of step.effects) perform(effect);
    clearTimeout(timer);
    if (state.deadline !== undefined) {
      const wait = Math.max(0, state.deadline - performance.now());
      timer = setTimeout(() => feed({ kind: 'tick', at: performance.now() }), wait + 1);
    }
    return step.verdict;
  };

  const onKey = (event: KeyboardEvent): void => {
    const verdict = feed({
      kind: 'key',
      key: event.key,
      code: event.code,
      keyCode: event.keyCode,
      at: event.timeStamp,
      isComposing: event.isComposing,
      repeat: event.repeat,
      chord: event.ctrlKey || event.altKey || event.metaKey,
    });
    if (verdict === 'hold') {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (state.keys.length === 1) {
      before = snapshot(event.target);
      firstKey = event.key;
    }
  };

  const onInput = (event: Event): void => {
    feed({ kind: 'input', at: event.timeStamp });
  };

  const onPaste = (event: ClipboardEvent): void => {
    const reading = readPastedScan(event.clipboardData?.getData('text') ?? '', today());
    if (!reading) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    listeners.scanned(reading);
  };

  const onSample = (event: Event): void => {
    if (event instanceof CustomEvent && typeof event.detail === 'string')
      listeners.scanned(readScan(event.detail, today()));
  };

  const capture = { capture: true };
  window.addEventListener('keydown', onKey, capture);
  window.addEventListener('input', onInput, capture);
  window.addEventListener('compositionupdate', onInput, capture);
  window.addEventListener('paste', onPaste, capture);
  window.addEventListener('tram:sample-scan', onSample);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('keydown', onKey, capture);
    window.removeEventListener('input', onInput, capture);
    window.removeEventListener('compositionupdate', onInput, capture);
    window.removeEventListener('paste', onPaste, capture);
    window.removeEventListener('tram:sample-scan', onSample);
  };
}

function snapshot(target: EventTarget | null): Before | undefined {
  const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (!isText || ['checkbox', 'radio', 'file', 'button'].includes(target.type)) return undefined;
  return { control: target, value: target.value, start: target.selectionStart };
}

/** Takes back what a scanner typed into a field, in a way the screen's own state follows. */
function restore({ control, value, start }: Before): void {
  if (control.value === value) return;
  const proto = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(proto.prototype, 'value')?.set?.call(control, value);
  control.dispatchEvent(new Event('input', { bubbles: true }));
  if (start !== null) control.setSelectionRange(start, start);
}
