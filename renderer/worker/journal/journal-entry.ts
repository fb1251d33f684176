import { z } from 'zod';
import { Attachment } from '../../../shared/domain/dossier/payloads.ts';
import { ClerkId, Instant, OperationId } from '../../../shared/domain/identity/ids.ts';
import { SignedOperation } from '../../../shared/domain/operation.ts';

/** Where the sealed bytes of a file lie on the host, besides what the operation says of it. */
export const StoredFile = z.strictObject({
  id: z.uuid(),
  sha256: z.string(),
  bytes: z.int().min(1),
  count: z.int().min(1),
  month: z.string(),
  mediaType: Attachment.shape.mediaType,
  name: z.string(),
});
export type StoredFile = z.infer<typeof StoredFile>;

/**
 * mục nhật ký — what one record of the journal says once opened. From these alone the working database can be made
 * again: acts with their signed operations, the consumed provisional number and files; numbers burnt; epochs begun.
 */
export const JournalEntry = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('act'),
    at: Instant,
    clerk: ClerkId,
    operations: z.array(SignedOperation).min(1).max(50),
    /** number of the provisional code this act has consumed */
    provisional: z.int().min(1).optional(),
    files: z.array(StoredFile).max(1300),
    /** the draft this act has finished */
    draft: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('burn'), at: Instant, next: z.int().min(1) }),
  z.strictObject({
    kind: z.literal('epoch'),
    at: Instant,
    epoch: z.int().min(2),
    operations: z.array(OperationId),
  }),
]);
export type JournalEntry = z.infer<typeof JournalEntry>;
export type ActEntry = Extract<JournalEntry, { kind: 'act' }>;
