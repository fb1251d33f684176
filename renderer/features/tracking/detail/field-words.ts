import type { Texts } from '../../../text/texts.ts';

/** Fields that may be amended, in the clerk's words. */
export function fieldWords(work: Texts['work']): Readonly<Record<string, string>> {
  return { phone: work.phone, email: work.email, address: work.address, note: work.note };
}
