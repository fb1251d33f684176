import { z } from 'zod';
import { AgencyCode, ClerkId, DeviceId, Instant, OperationId, Sha256 } from '../domain/identity/ids.ts';
import { SignedOperation } from '../domain/operation.ts';
import { SignedPackSet } from '../domain/packs/pack-set.ts';

/** The whole wire of protocol 1, as closed unions. docs/protocol.md explains it in words. */
export const PROTOCOL = 1;

/** Public key as SubjectPublicKeyInfo, base64url. */
export const PublicKey = z.string().regex(/^[A-Za-z0-9_-]{100,200}$/);

/** Final, stored answer of the province to one operation. */
export const Verdict = z.strictObject({
  operation: OperationId,
  result: z.enum(['applied', 'merged', 'conflict', 'rejected', 'blocked']),
  /** refusal code (shared/domain/refusal.ts) when the operation took no effect */
  code: z.string().max(60).optional(),
  detail: z.string().max(300).optional(),
  lost: z.array(z.strictObject({ field: z.string(), value: z.string() })).optional(),
  /** the same operation had been answered before; nothing happened twice */
  duplicate: z.boolean(),
});
export type Verdict = z.infer<typeof Verdict>;

/** POST /v1/push. An empty list is the hello. `acknowledged` = highest seq whose verdict the device has stored. */
export const PushRequest = z.strictObject({
  protocol: z.literal(PROTOCOL),
  epoch: z.int().min(1),
  generation: z.int().min(0),
  acknowledged: z.int().min(0),
  operations: z.array(SignedOperation).max(500),
});
export type PushRequest = z.infer<typeof PushRequest>;

const heard = {
  protocol: z.literal(PROTOCOL),
  generation: z.int().min(1),
  epoch: z.int().min(1),
  lastSeq: z.int().min(0),
  head: z.string(),
  scopeVersion: z.int().min(1),
  /** operations acknowledged before this instant are covered by an off-site backup and may be purged (§2.5) */
  safeBefore: Instant,
  time: Instant,
};

export const PushReply = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('ok'), ...heard, verdicts: z.array(Verdict) }),
  /** the device's history is not the one the province holds: start a new epoch */
  z.strictObject({ status: z.literal('fork'), ...heard }),
  /** the device is ahead of the province's epoch */
  z.strictObject({ status: z.literal('badEpoch'), ...heard }),
  /** operations before `lastSeq + 1` are missing: send from there */
  z.strictObject({ status: z.literal('gap'), ...heard }),
]);
export type PushReply = z.infer<typeof PushReply>;

/** POST /v1/epoch: begins the next epoch; idempotent by token. */
export const EpochRequest = z.strictObject({
  protocol: z.literal(PROTOCOL),
  token: z.uuid(),
  /** the new epoch is above this one too: a province restored from backup may have forgotten epochs the device has used */
  above: z.int().min(0),
});
export const EpochReply = z.strictObject({ ...heard });
export type EpochReply = z.infer<typeof EpochReply>;

/** One dossier as the province holds it: `change` is the commune counter at its last change. `dossier` is the canonical text of a Dossier. */
export const ProvinceRow = z.strictObject({
  id: z.uuid(),
  change: z.int().min(1),
  version: z.int().min(1),
  deleted: z.boolean(),
  dossier: z.record(z.string(), z.unknown()),
  /** attachments of the dossier that the province does not hold yet */
  missingAttachments: z.array(Sha256),
});
export type ProvinceRow = z.infer<typeof ProvinceRow>;

/** GET /v1/pull?cursor=<generation>.<counter>&limit=<1..500>; from 0 it is the snapshot. */
export const PullReply = z.strictObject({
  protocol: z.literal(PROTOCOL),
  generation: z.int().min(1),
  scopeVersion: z.int().min(1),
  cursor: z.string().regex(/^\d+\.\d+$/),
  more: z.boolean(),
  rows: z.array(ProvinceRow),
  time: Instant,
});
export type PullReply = z.infer<typeof PullReply>;

/** GET /v1/ping: the signed probe that decides connectivity. The nonce of the request comes back, so a captive portal cannot answer. */
export const PingReply = z.strictObject({
  protocol: z.literal(PROTOCOL),
  generation: z.int().min(1),
  time: Instant,
  nonce: z.string().max(64),
  device: DeviceId,
});
export type PingReply = z.infer<typeof PingReply>;

/** POST /v1/attachments/have → which of these the province lacks; PUT /v1/attachments/:sha256 sends one (body = the bytes). */
export const HaveRequest = z.strictObject({
  protocol: z.literal(PROTOCOL),
  sha256: z.array(Sha256).max(500),
});
export const HaveReply = z.strictObject({ protocol: z.literal(PROTOCOL), missing: z.array(Sha256) });
export const StoredReply = z.strictObject({
  protocol: z.literal(PROTOCOL),
  sha256: Sha256,
  duplicate: z.boolean(),
});

/** POST /v1/register: first contact after enrolment by file; idempotent. Signed with the device key it brings. */
export const RegisterRequest = z.strictObject({
  protocol: z.literal(PROTOCOL),
  device: DeviceId,
  token: z.string().min(20).max(100),
  publicKey: PublicKey,
  clerks: z.array(z.strictObject({ id: ClerkId, publicKey: PublicKey })).max(50),
});
export type RegisterRequest = z.infer<typeof RegisterRequest>;
export const RegisterReply = z.strictObject({ ...heard, commune: AgencyCode });
export type RegisterReply = z.infer<typeof RegisterReply>;

/** GET /v1/packs: every pack set the commune may name, texts verbatim. */
export const PacksReply = z.strictObject({
  protocol: z.literal(PROTOCOL),
  generation: z.int().min(1),
  packs: z.array(SignedPackSet),
});
export type PacksReply = z.infer<typeof PacksReply>;

/** Every refused request (4xx, 5xx) carries this body; anything else is not our gateway speaking. */
export const ErrorReply = z.strictObject({
  protocol: z.literal(PROTOCOL),
  error: z.enum([
    'malformed',
    'too-large',
    'signature-invalid',
    /** the signature's `created` is too far from province time; only reads are refused for it, a delivery never is */
    'clock-skew',
    'device-unknown',
    'device-revoked',
    'not-permitted',
    'not-found',
    'hash-mismatch',
    'token-used',
    'too-many',
    'busy',
    'internal',
  ]),
  message: z.string().max(500),
  retryAfterSeconds: z.int().min(0).optional(),
});
export type ErrorReply = z.infer<typeof ErrorReply>;
