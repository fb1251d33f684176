import { parseProvisionalCode } from '../../../../shared/domain/dossier/provisional-code.ts';
import { type CardFault, type CardReading, readCardQr } from '../../../../shared/domain/identity/card-qr.ts';

/** What a scanned text is, by its own form: the focus does not matter. */
export type ScanReading =
  | { readonly kind: 'card'; readonly card: CardReading }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'fault'; readonly code: CardFault | 'check-symbol-wrong' };

/** Routes a payload: receipt code, citizen card, or nothing this counter reads. `today` is the office's local day. */
export function readScan(text: string, today: string): ScanReading {
  const code = parseProvisionalCode(text);
  if (code.ok) return { kind: 'code', code: text.trim().toUpperCase() };
  if (code.error === 'check-symbol-wrong') return { kind: 'fault', code: code.error };
  const card = readCardQr(text, today);
  return card.ok ? { kind: 'card', card: card.value } : { kind: 'fault', code: card.error };
}

/** A pasted text that is a scan without doubt; anything else stays an ordinary paste. */
export function readPastedScan(text: string, today: string): ScanReading | undefined {
  if (text.length < 8) return undefined;
  const reading = readScan(text, today);
  return reading.kind === 'fault' && !looksLikeCard(text) ? undefined : reading;
}

/** Damaged, but nobody would paste such a thing into a field on purpose. */
const looksLikeCard = (text: string): boolean => (text.match(/\|/g) ?? []).length >= 4;
