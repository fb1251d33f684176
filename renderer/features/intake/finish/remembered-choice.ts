import type { ReceptionDraft } from '../../../worker/api.ts';

type Remembered = Pick<ReceptionDraft, 'resultChannel' | 'payment'>;
const allowed: { readonly [K in keyof Remembered]: readonly Remembered[K][] } = {
  resultChannel: ['counter', 'electronic', 'post'],
  payment: ['none', 'cash', 'transfer', 'exempt', 'unknown'],
};

/** The choice of the last reception on this machine: a habit of the counter, nothing personal. */
export function readChoice<K extends keyof Remembered>(name: K, usual: Remembered[K]): Remembered[K] {
  try {
    const stored = localStorage.getItem(`tram.reception.${name}`);
    return allowed[name].find((choice) => choice === stored) ?? usual;
  } catch {
    return usual;
  }
}

/** Keeps a choice for the next reception; a refused storage only means it is chosen again. */
export function writeChoice<K extends keyof Remembered>(name: K, choice: Remembered[K]): void {
  try {
    localStorage.setItem(`tram.reception.${name}`, choice);
  } catch {
    // nothing depends on it
  }
}
