import type { Workspace } from '../../../shared/host/contract.ts';

export type SecretKind = 'pin' | 'passphrase';

/** A PIN alone serves only demonstration and practice; an office opens with a passphrase (design §5). */
export const secretKind = (workspace: Workspace): SecretKind =>
  workspace === 'office' ? 'passphrase' : 'pin';

/** Whether a new secret may be used: a PIN of six digits or more, a passphrase of twelve characters or more. */
export function secretAccepted(kind: SecretKind, secret: string): boolean {
  if (kind === 'pin') return /^\d{6,64}$/.test(secret);
  const length = [...secret.normalize('NFC').trim()].length;
  return length >= 12 && length <= 256;
}
