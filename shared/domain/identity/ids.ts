import { z } from 'zod';

const uuidV7 = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** One act written down, UUIDv7 made on the device. Never used for ordering (the device clock may lie). */
export const OperationId = uuidV7.brand<'OperationId'>();
export type OperationId = z.infer<typeof OperationId>;

/** One press of a finishing key; makes the command idempotent. UUIDv7. */
export const CommandId = uuidV7.brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;

/** hồ sơ — identity of a dossier for its whole life; codes are attributes. UUIDv7. */
export const DossierId = uuidV7.brand<'DossierId'>();
export type DossierId = z.infer<typeof DossierId>;

/** tệp đính kèm — identity of one stored file on one device; its content is named by SHA-256. UUIDv7. */
export const AttachmentId = uuidV7.brand<'AttachmentId'>();
export type AttachmentId = z.infer<typeof AttachmentId>;

/** máy trạm — issued by the province at enrolment, e.g. `LD-Q2-7K3M`. */
export const DeviceId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{2,39}$/)
  .brand<'DeviceId'>();
export type DeviceId = z.infer<typeof DeviceId>;

/** công chức — provincial account of a clerk, e.g. `lan.nt`. */
export const ClerkId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.@_-]{1,63}$/)
  .brand<'ClerkId'>();
export type ClerkId = z.infer<typeof ClerkId>;

/** mã định danh cơ quan — agency code of QĐ 20/2020/QĐ-TTg: dot-joined groups of `[A-Z0-9]`, at most 35 characters. */
export const AgencyCode = z
  .string()
  .max(35)
  .regex(/^[A-Y]\d{2}(\.[A-Z0-9]+){0,5}$/)
  .brand<'AgencyCode'>();
export type AgencyCode = z.infer<typeof AgencyCode>;

/** SHA-256 in lower-case hexadecimal. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>();
export type Sha256 = z.infer<typeof Sha256>;

/** Instant as ISO 8601 UTC with milliseconds, e.g. `2026-11-23T02:15:00.000Z`. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** Calendar day in Asia/Ho_Chi_Minh, `yyyy-mm-dd`, checked to exist. */
export const LocalDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => {
    const moment = Date.parse(`${text}T00:00:00.000Z`);
    return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text);
  }, 'no such day')
  .brand<'LocalDay'>();
export type LocalDay = z.infer<typeof LocalDay>;
