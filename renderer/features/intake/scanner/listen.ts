import { localDayOf } from '../../../../shared/lib/vietnam-time.ts';
import { readPastedScan, readScan, type ScanReading } from './read-scan.ts';
import { restoreField, type SavedField, saveField } from './saved-field.ts';
import { idleWedge, type WedgeEffect, wedgeStep } from './wedge.ts';
import type { WedgeEvent } from './wedge-keys.ts';

export interface ScanListeners {
  readonly scanned: (reading: ScanReading) => void;
  /** an input method spoilt the scan */
  readonly rescan: () => void;
}

/** a timer later than this was held up by the page itself */
const STALL_MS = 20;

const today = (): string => localDayOf(Date.now());

/** Listens for scanners on the whole window, whatever has the focus; answers how to stop. */
export function listenForScans(listeners: ScanListeners): () => void {
  const stopKeys = listenForKeys(listeners);
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
  window.addEventListener('paste', onPaste, { capture: true });
  window.addEventListener('tram:sample-scan', onSample);
  return () => {
    stopKeys();
    window.removeEventListener('paste', onPaste, { capture: true });
    window.removeEventListener('tram:sample-scan', onSample);
  };
}

function listenForKeys(listeners: ScanListeners): () => void {
  let state = idleWedge;
  let before: SavedField | undefined;
  let firstKey = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Held keys that were typing after all; a scanner without a terminator shows here as one whole card or code. */
  const giveBack = (text: string): void => {
    const reading = text.length >= 8 ? readPastedScan(firstKey + text, today()) : undefined;
    if (reading && reading.kind !== 'fault') {
      restoreField(before);
      listeners.scanned(reading);
    } else document.execCommand('insertText', false, text);
  };

  const perform = (effect: WedgeEffect): void => {
    if (effect.kind === 'release') {
      giveBack(effect.text);
      return;
    }
    restoreField(before);
    if (effect.kind === 'scan') listeners.scanned(readScan(effect.text, today()));
    else listeners.rescan();
  };

  /**
   * Silence counts from when a key reached us, not from when it was struck: after a stall of the page the keys of one burst
   * come late but together. A timer that itself fires late means such a stall, and waits once more.
   */
  const waitForSilence = (ms: number): void => {
    const due = performance.now() + ms;
    timer = setTimeout(() => {
      if (performance.now() > due + STALL_MS) waitForSilence(ms);
      else if (state.deadline !== undefined) feed({ kind: 'tick', at: state.deadline });
    }, ms);
  };

  const feed = (event: WedgeEvent): 'pass' | 'hold' => {
    const step = wedgeStep(state, event);
    state = step.state;
    for (const effect of step.effects) perform(effect);
    clearTimeout(timer);
    if (state.deadline !== undefined) waitForSilence(state.deadline - event.at);
    return step.verdict;
  };

  const onKey = (event: KeyboardEvent): void => {
    const verdict = feed(keyEvent(event));
    if (verdict === 'hold') {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (state.keys.length === 1) {
      before = saveField(event.target);
      firstKey = event.key;
    }
  };
  const onInput = (event: Event): void => {
    feed({ kind: 'input', at: event.timeStamp });
  };

  window.addEventListener('keydown', onKey, { capture: true });
  window.addEventListener('input', onInput, { capture: true });
  window.addEventListener('compositionupdate', onInput, { capture: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener('keydown', onKey, { capture: true });
    window.removeEventListener('input', onInput, { capture: true });
    window.removeEventListener('compositionupdate', onInput, { capture: true });
  };
}

const keyEvent = (event: KeyboardEvent): WedgeEvent => ({
  kind: 'key',
  key: event.key,
  code: event.code,
  keyCode: event.keyCode,
  at: event.timeStamp,
  isComposing: event.isComposing,
  repeat: event.repeat,
  chord: event.ctrlKey || event.altKey || event.metaKey,
});
