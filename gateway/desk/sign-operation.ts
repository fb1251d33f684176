import {
  actBytes,
  type Operation,
  operationBytes,
  type SignedOperation,
} from '../../shared/domain/operation.ts';
import type { Signer } from '../../shared/ports.ts';
import { sha256Hex } from '../auth/web-crypto.ts';

/** Signs an operation as counter machines do: the clerk signs the act, the device the whole. */
export async function signOperation(
  operation: Operation,
  device: Signer,
  clerk: Signer,
): Promise<{ readonly signed: SignedOperation; readonly hash: string }> {
  const bytes = operationBytes(operation);
  const clerkSignature = await clerk.sign(actBytes(operation));
  return { signed: { bytes, signature: await device.sign(bytes), clerkSignature }, hash: sha256Hex(bytes) };
}

/** `<13-digit ms>-<4 hex>-<device>`; the caller's operations never share a millisecond that matters, order is by seq. */
export const hlcAt = (moment: number, device: string): string =>
  `${String(moment).padStart(13, '0')}-0000-${device}`;
