import type { Commands } from '../../worker/api.ts';

/** What an enrolment file says before anybody is enrolled. */
export type OfferedEnrolment = Extract<ReturnType<Commands['readEnrolment']>, { readonly ok: true }>['value'];

export type SecretFault = 'pin-short' | 'passphrase-short' | 'differ';

/** First fault of a secret typed twice, or undefined when it will do. The worker checks the same again. */
export function faultOf(
  kind: OfferedEnrolment['secret'],
  typed: string,
  again: string,
): SecretFault | undefined {
  if (kind === 'pin' && !/^\d{6,12}$/.test(typed)) return 'pin-short';
  if (kind === 'passphrase' && [...typed].length < 12) return 'passphrase-short';
  return typed === again ? undefined : 'differ';
}
