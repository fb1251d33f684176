import { createStore } from 'zustand/vanilla';
import type { CardReading } from '../../../../shared/domain/identity/card-qr.ts';

/** What scanning has left: a card on its way to the reception, which may have to be opened first, and the input method's lamp. */
export const scanInbox = createStore<{
  readonly card: CardReading | undefined;
  /** an input method spoilt the last scan */
  readonly inputMethod: boolean;
}>(() => ({ card: undefined, inputMethod: false }));
