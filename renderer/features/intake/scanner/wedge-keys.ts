/** What the listener saw. `at` is the event's own time stamp in milliseconds. */
export type WedgeEvent =
  | {
      readonly kind: 'key';
      readonly key: string;
      readonly code: string;
      readonly keyCode: number;
      readonly at: number;
      readonly isComposing?: boolean;
      readonly repeat?: boolean;
      /** Ctrl, Alt or the system key is down */
      readonly chord?: boolean;
    }
  /** a text field changed or a composition went on: proof that the burst is still under way */
  | { readonly kind: 'input'; readonly at: number }
  | { readonly kind: 'tick'; readonly at: number };

export type KeyEvent = Extract<WedgeEvent, { kind: 'key' }>;

/** End of a burst: Enter or Tab. */
export const isTerminator = (event: KeyEvent): boolean =>
  event.code === 'Enter' || event.code === 'NumpadEnter' || event.code === 'Tab' || event.key === 'Enter';

/** Keys that only an input method sends in the middle of a burst. */
export const isInterference = (event: KeyEvent): boolean =>
  event.isComposing === true || event.keyCode === 229 || event.keyCode === 231 || event.key === 'Backspace';

/** Keys that put nothing anywhere by themselves. */
export const isSilent = (event: KeyEvent): boolean =>
  event.key === 'Shift' || event.key === 'CapsLock' || event.key === 'NumLock' || event.key === 'AltGraph';
