import { z } from 'zod';
import { canonicalJson } from '../lib/canonical-json.ts';
import { dossierPayloads } from './dossier/payloads.ts';
import { ClerkId, DeviceId, Instant, OperationId, Sha256 } from './identity/ids.ts';

/** Every act that can be written down: `aggregate.verb` → strict payload. One table, read by counter, gateway and simulator. */
export const operationPayloads = { ...dossierPayloads } as const;
export type OperationType = keyof typeof operationPayloads;
export type PayloadOf<T extends OperationType> = z.infer<(typeof operationPayloads)[T]>;

/**
 * thao tác — one signed act of one clerk on one entity (design §3).
 * `seq` runs from 1 in each epoch without gaps; `prev` is the hash of the device's previous operation, "0" for the first;
 * `base` is the province's version of the entity that the clerk saw (0 when it had none); `packs` is the hash of the
 * pack-set manifest the values were computed from; `hlc` is `<13-digit ms>-<4 hex>-<device>`.
 */
export const OperationHead = z.strictObject({
  v: z.literal(1),
  id: OperationId,
  device: DeviceId,
  epoch: z.int().min(1),
  seq: z.int().min(1),
  prev: z.union([z.literal('0'), Sha256]),
  deps: z.array(OperationId).max(50),
  entity: z.uuid(),
  base: z.int().min(0),
  type: z.string(),
  at: Instant,
  hlc: z.string().regex(/^\d{13}-[0-9a-f]{4}-[A-Za-z0-9-]+$/),
  clerk: ClerkId,
  packs: Sha256,
  payload: z.unknown(),
});

export type OperationOf<T extends OperationType> = Omit<z.infer<typeof OperationHead>, 'type' | 'payload'> & {
  readonly type: T;
  readonly payload: PayloadOf<T>;
};
export type Operation = { [T in OperationType]: OperationOf<T> }[OperationType];

/**
 * The form on the wire and at rest. `bytes` is the canonical text of the whole operation and is never re-serialised;
 * `signature` is the device's over `bytes`, `clerkSignature` the clerk's over the act text (without epoch, seq, prev).
 * Both ECDSA P-256 / SHA-256, r‖s, base64url.
 */
export const SignedOperation = z.strictObject({
  bytes: z.string().max(200_000),
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
  clerkSignature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});
export type SignedOperation = z.infer<typeof SignedOperation>;

/** Canonical text of the whole operation: what the device signs and what is hashed. */
export const operationBytes = (operation: Operation): string => canonicalJson(operation);

/** Canonical text of the act: what the clerk signs; it survives a new epoch unchanged. */
export function actBytes(operation: Operation): string {
  const { epoch: _epoch, seq: _seq, prev: _prev, ...act } = operation;
  return canonicalJson(act);
}

/**
 * Reads an operation strictly from its stored or received text. The text must be canonical already:
 * anything that would be spelled differently is refused, so that what was signed is what is read.
 * Returns undefined for anything malformed, unknown type included.
 */
export function parseOperation(bytes: string): Operation | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(bytes);
  } catch {
    return undefined;
  }
  const head = OperationHead.safeParse(raw);
  if (!head.success || !Object.hasOwn(operationPayloads, head.data.type)) return undefined;
  const payload = operationPayloads[head.data.type as OperationType].safeParse(head.data.payload);
  if (!payload.success) return undefined;
  const operation = { ...head.data, payload: payload.data } as Operation;
  try {
    return operationBytes(operation) === bytes ? operation : undefined;
  } catch {
    return undefined;
  }
}
