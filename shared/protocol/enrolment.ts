import { z } from 'zod';
import { AgencyCode, ClerkId, DeviceId, Instant } from '../domain/identity/ids.ts';
import { SignedPackSet } from '../domain/packs/pack-set.ts';
import { PublicKey } from './messages.ts';

/** vai trò — what a clerk may do. */
export const Role = z.enum(['reception', 'processing', 'records', 'leader', 'administrator']);
export type Role = z.infer<typeof Role>;

/**
 * tệp ghi danh — what an office needs to begin, offline: who it is, who works there, the province's key and the rules.
 * `series` is the 3-symbol device series of provisional codes. `token` registers the device's keys once.
 */
export const Enrolment = z.strictObject({
  v: z.literal(1),
  device: DeviceId,
  deviceName: z.string().min(1).max(100),
  commune: AgencyCode,
  series: z.string().regex(/^[0-9BCGHKLMNPQTV]{3}$/),
  token: z.string().min(20).max(100),
  gatewayUrl: z.url(),
  gatewayKey: PublicKey,
  clerks: z
    .array(z.strictObject({ id: ClerkId, name: z.string().min(1).max(100), roles: z.array(Role).min(1) }))
    .min(1)
    .max(50),
  packs: z.array(SignedPackSet).min(1).max(20),
  issuedAt: Instant,
  expiresAt: Instant,
});
export type Enrolment = z.infer<typeof Enrolment>;

/** The file itself: canonical text of an Enrolment and the province's signature over it. */
export const SignedEnrolment = z.strictObject({
  enrolment: z.string().max(20_000_000),
  signature: z.string(),
});
export type SignedEnrolment = z.infer<typeof SignedEnrolment>;
