import { z } from 'zod';
import { AgencyCode, Instant, LocalDay, Sha256 } from '../identity/ids.ts';
import { Procedure, sourced } from '../procedure/procedure.ts';

/**
 * lịch làm việc — one calendar year. Saturdays and Sundays are off unless listed in `workingWeekend`;
 * weekdays work unless listed in `off`.
 */
export const CalendarYear = z.strictObject({
  year: z.int().min(2020).max(2100),
  off: sourced(z.array(LocalDay)),
  workingWeekend: sourced(z.array(LocalDay)),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** giờ làm việc — sessions per ISO weekday (1 = Monday … 7 = Sunday), local time, in order. */
export const OfficeHours = z.strictObject({
  sessions: sourced(
    z.record(
      z.enum(['1', '2', '3', '4', '5', '6', '7']),
      z.array(z.strictObject({ from: clock, to: clock })),
    ),
  ),
});
export type OfficeHours = z.infer<typeof OfficeHours>;

/** cơ quan — the office as it stands on screen and on form 01. */
export const AgencyProfile = z.strictObject({
  code: AgencyCode,
  name: z.string().min(1).max(200),
  parent: z.string().min(1).max(200),
  /** Trung tâm phục vụ hành chính công cấp xã */
  oneStopDesk: z.string().min(1).max(200),
  place: z.string().min(1).max(100),
  phone: z.string().max(30).optional(),
  recipients: z.array(z.string().min(1).max(200)),
});
export type AgencyProfile = z.infer<typeof AgencyProfile>;

/** Named numbers of the rules; no legal constant stands in code. */
export const RuleValues = z.strictObject({
  /** 15:00 — R4 */
  sameDayCutoff: sourced(clock),
  maxAttachmentBytes: sourced(z.int().min(1)),
  dueSoonWorkingDays: sourced(z.int().min(0)),
});
export type RuleValues = z.infer<typeof RuleValues>;

/** trạng thái: code of the national portal and label by language. */
export const StatusLabels = z.array(
  z.strictObject({
    status: z.string(),
    code: z.string(),
    vi: z.string(),
    en: z.string(),
    clock: z.enum(['runs', 'stands']),
  }),
);

/**
 * bộ quy tắc — everything that rules a reception, as one content. `demonstration` sets are fictional: badge on screen and
 * print, and an office refuses to import them.
 */
export const PackSetContent = z.strictObject({
  title: z.string().min(1).max(200),
  demonstration: z.boolean(),
  agency: AgencyProfile,
  procedures: z.array(Procedure),
  calendar: z.array(CalendarYear),
  officeHours: OfficeHours,
  rules: RuleValues,
  statuses: StatusLabels,
});
export type PackSetContent = z.infer<typeof PackSetContent>;

/** The signed cover of a pack set: `hash` = SHA-256 of the canonical JSON of the content; operations name the hash of the canonical manifest. */
export const PackManifest = z.strictObject({
  v: z.literal(1),
  title: z.string(),
  /** receptions from this instant on use the set, until a later set's */
  effectiveFrom: Instant,
  effectiveTo: Instant.optional(),
  content: Sha256,
  demonstration: z.boolean(),
});
export type PackManifest = z.infer<typeof PackManifest>;

/** On the wire and at rest: texts verbatim, signature by the province's key over `manifest`. */
export const SignedPackSet = z.strictObject({
  manifest: z.string().max(10_000),
  signature: z.string(),
  content: z.string().max(5_000_000),
});
export type SignedPackSet = z.infer<typeof SignedPackSet>;

/** A pack set that has been checked and read. `hash` is what operations name. */
export interface PackSet {
  readonly hash: string;
  readonly manifest: PackManifest;
  readonly content: PackSetContent;
}
