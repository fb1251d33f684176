import { createStore } from 'zustand/vanilla';
import type { CardReading } from '../../../../shared/domain/identity/card-qr.ts';

/** A card scanned on any screen, on its way to the reception, which may have to be opened first. */
export const scanInbox = createStore<{ readonly card: CardReading | undefined }>(() => ({ card: undefined }));
