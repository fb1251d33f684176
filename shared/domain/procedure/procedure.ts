import { z } from 'zod';
import { LocalDay } from '../identity/ids.ts';

/** đơn vị thời hạn — all four occur in procedures (domain.md §1.6). */
export const TermUnit = z.enum(['immediate', 'workingHours', 'workingDays', 'calendarDays']);
export type TermUnit = z.infer<typeof TermUnit>;

/** How well a value is grounded: sourced = read in the legal text, secondary = reported by others, unverified = demonstration only. */
export const Basis = z.enum(['sourced', 'secondary', 'unverified']);
export type Basis = z.infer<typeof Basis>;

/** A value of a pack with where it comes from (design §7). */
export const sourced = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, source: z.string().min(1).max(300), basis: Basis });
export type Sourced<T> = { readonly value: T; readonly source: string; readonly basis: Basis };

/** thời hạn giải quyết. `amount` is 0 for `immediate`. */
export const Term = z.strictObject({ unit: TermUnit, amount: z.int().min(0).max(3650) });
export type Term = z.infer<typeof Term>;

/** giấy tờ phải nộp — one line of the checklist. `reuse` says that a shared database holds it (R5: it must not be asked for). */
export const ProcedurePaper = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().min(1).max(300),
  form: z.enum(['original', 'copy', 'presented']),
  required: z.boolean(),
  originals: z.int().min(0).max(99),
  copies: z.int().min(0).max(99),
  reuse: z.string().max(200).optional(),
});
export type ProcedurePaper = z.infer<typeof ProcedurePaper>;

/**
 * phí, lệ phí của thủ tục, whole đồng. `perUnit` names what is counted (e.g. "trang", "bản"). From the `from`-th unit on a
 * tier's amount replaces `amount`; `max` caps the line.
 */
export const ProcedureFee = z.strictObject({
  kind: z.enum(['fee', 'charge']),
  name: z.string().min(1).max(200),
  amount: z.int().min(0),
  perUnit: z.string().max(40).optional(),
  tiers: z.array(z.strictObject({ from: z.int().min(2), amount: z.int().min(0) })).optional(),
  max: z.int().min(0).optional(),
});
export type ProcedureFee = z.infer<typeof ProcedureFee>;

/**
 * thủ tục hành chính (TTHC). `systemOfRecord`: `province` is received here; `police` and `ministry` are shown as
 * "không tiếp nhận tại đây". Absent `term`, `fees` or `papers` means unknown, and stays visibly empty.
 */
export const Procedure = z.strictObject({
  code: z.string().regex(/^\d\.\d{6}$/),
  name: sourced(z.string().min(1).max(500)),
  sector: z.string().min(1).max(100),
  systemOfRecord: z.enum(['province', 'police', 'ministry']),
  effectiveFrom: LocalDay,
  effectiveTo: LocalDay.optional(),
  term: sourced(Term).optional(),
  /** received at or after 15:00 the term starts on the next working day */
  cutoffShiftsStart: z.boolean(),
  fees: sourced(z.array(ProcedureFee)).optional(),
  papers: sourced(z.array(ProcedurePaper)).optional(),
  /** gợi nhớ — extra words a clerk may type, accent-free matching included */
  keywords: z.array(z.string().max(40)).optional(),
});
export type Procedure = z.infer<typeof Procedure>;
