import { z } from 'zod';
import { AgencyCode, AttachmentId, ClerkId, Instant, LocalDay, Sha256 } from '../identity/ids.ts';
import { TermUnit } from '../procedure/procedure.ts';
import { line, paragraph, personalId, phone, required, requiredParagraph } from './entered-text.ts';

/** nguồn của một ô — how a value came into the field: quét, gõ or khai thác. */
export const FieldSource = z.enum(['scanned', 'typed', 'retrieved']);
export type FieldSource = z.infer<typeof FieldSource>;

/** người nộp hồ sơ — the person the dossier is of. `personalId` is số định danh cá nhân, 12 digits. */
export const Applicant = z.strictObject({
  name: required(200),
  personalId,
  birthDate: LocalDay.optional(),
  sex: z.enum(['male', 'female']).optional(),
  address: line(500).optional(),
  phone: phone.optional(),
  email: z.email().max(200).optional(),
  /** Field name → source; absent means typed. */
  sources: z.partialRecord(
    z.enum(['name', 'personalId', 'birthDate', 'sex', 'address', 'phone']),
    FieldSource,
  ),
});
export type Applicant = z.infer<typeof Applicant>;

/** tệp đính kèm — one file of a component: content named by SHA-256, kept once, sealed, on the host. */
export const Attachment = z.strictObject({
  id: AttachmentId,
  sha256: Sha256,
  bytes: z.int().min(1).max(20_971_520),
  mediaType: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  name: required(200),
  source: z.enum(['file', 'scan', 'photo']),
});
export type Attachment = z.infer<typeof Attachment>;

/** thành phần hồ sơ — one paper of the dossier: bản chính, bản sao, or only xuất trình (shown, never scanned: R16). */
export const DossierComponent = z
  .strictObject({
    key: z.string().regex(/^[a-z0-9-]{1,40}$/),
    name: required(300),
    form: z.enum(['original', 'copy', 'presented']),
    originals: z.int().min(0).max(99),
    copies: z.int().min(0).max(99),
    attachments: z.array(Attachment).max(20),
  })
  .refine(
    (component) => component.form !== 'presented' || component.attachments.length === 0,
    'presented papers are never attached',
  );
export type DossierComponent = z.infer<typeof DossierComponent>;

/** hẹn trả — what was promised on paper. `dueAt` absent: no moment could be promised; `expected`: "dự kiến", with reasons. */
export const Appointment = z.strictObject({
  dueAt: Instant.optional(),
  expected: z.boolean(),
  reasons: z.array(z.enum(['clock-untrusted', 'boundary-free', 'calendar-missing', 'term-unknown'])),
  term: z.strictObject({ unit: TermUnit, amount: z.int().min(0).max(3650) }).optional(),
});
export type Appointment = z.infer<typeof Appointment>;

/** phí, lệ phí — one line of what is to be paid, whole đồng; `amount` absent when the pack does not know it. */
export const FeeLine = z.strictObject({
  kind: z.enum(['fee', 'charge']),
  name: required(200),
  unitAmount: z.int().min(0).max(1_000_000_000).optional(),
  quantity: z.int().min(1).max(1000),
  amount: z.int().min(0).max(1_000_000_000_000).optional(),
});
export type FeeLine = z.infer<typeof FeeLine>;

/** trạng thái của đồng hồ máy — evidence about the clock at the moment of reception. */
export const ClockEvidence = z.strictObject({
  trusted: z.boolean(),
  reason: z.enum(['never-synchronised', 'went-back', 'offset', 'stale']).optional(),
  offsetMs: z.int().optional(),
});
export type ClockEvidence = z.infer<typeof ClockEvidence>;

/** Payload by operation type; every value shown or printed stands here (design §3). */
export const dossierPayloads = {
  /** tiếp nhận hồ sơ (form 01 is printed from exactly these values) */
  'dossier.receive': z.strictObject({
    provisionalCode: z.string().regex(/^P[0-9BCGHKLMNPQTV]{3}-\d{5,9}-[0-9BCGHKLMNPQTV]$/),
    procedure: z.strictObject({ code: z.string().regex(/^\d\.\d{6}$/), name: required(500) }),
    channel: z.enum(['counter', 'online', 'post']),
    capacity: z.enum(['self', 'representative', 'organisation']),
    applicant: Applicant,
    /** người được ủy quyền, or the person who submits for an organisation */
    submitter: z.strictObject({ name: required(200), personalId: personalId.optional() }).optional(),
    /** tổ chức, when capacity is organisation */
    organisation: required(300).optional(),
    components: z.array(DossierComponent).max(60),
    sets: z.int().min(1).max(20),
    receivedAt: Instant,
    clock: ClockEvidence,
    /** cơ quan có thẩm quyền, when the dossier is received for another agency (phi địa giới, R2) */
    competentAgency: AgencyCode.optional(),
    appointment: Appointment,
    fees: z.array(FeeLine).max(20),
    payment: z.enum(['none', 'cash', 'transfer', 'exempt', 'unknown']),
    resultChannel: z.enum(['counter', 'electronic', 'post']),
    note: paragraph(2000).optional(),
    /** giấy tiếp nhận — the stored PDF that was printed */
    receipt: z.strictObject({ attachment: AttachmentId, sha256: Sha256, bytes: z.int().min(1) }),
  }),
  /** sửa thông tin liên hệ — three-way merged per field by version */
  'dossier.amend': z.strictObject({
    set: z
      .strictObject({
        phone,
        email: z.email().max(200),
        address: line(500),
        note: paragraph(2000),
      })
      .partial()
      .refine((set) => Object.keys(set).length > 0, 'nothing to amend'),
  }),
  /** chấp nhận xử lý at the province's or the processing unit's desk */
  'dossier.accept': z.strictObject({ from: z.literal('received') }),
  /** chuyển xử lý (R4: the same working day) */
  'dossier.forward': z.strictObject({
    to: required(200),
    toClerk: ClerkId.optional(),
    note: paragraph(2000).optional(),
  }),
  /** yêu cầu bổ sung, hoàn thiện hồ sơ (form 02): the clock stops */
  'dossier.requestSupplement': z.strictObject({
    items: z.array(required(500)).min(1).max(30),
    reason: requiredParagraph(2000),
    until: Instant.optional(),
  }),
  /** đã bổ sung: the term is counted again from zero (R7) */
  'dossier.supplement': z.strictObject({
    components: z.array(DossierComponent).max(60),
    receivedAt: Instant,
    appointment: Appointment,
  }),
  /** xử lý xong, có kết quả */
  'dossier.finish': z.strictObject({ outcome: required(500), note: paragraph(2000).optional() }),
  /** trả kết quả */
  'dossier.returnResult': z.strictObject({
    to: required(200),
    channel: z.enum(['counter', 'electronic', 'post']),
  }),
  /** dừng giải quyết (form 05), withdrawal included */
  'dossier.stop': z.strictObject({ reason: requiredParagraph(2000), withdrawn: z.boolean() }),
} as const;
