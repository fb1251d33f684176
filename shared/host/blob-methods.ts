import { z } from 'zod';

const uuid = z.uuid();
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const chunk = bytes.refine((value) => value.byteLength <= 1_100_000, 'too large');

/** Part of the host contract: sealed files. */
export const blobMethods = {
  /** sealed chunks of at most 1 MiB of content, fsynced; `blobCommit` makes them visible, and only when all are there */
  blobWrite: {
    in: z.tuple([
      z.strictObject({
        id: uuid,
        index: z.int().min(0),
        count: z.int().min(1).max(64),
        sealed: chunk,
      }),
    ]),
    out: z.void(),
  },
  blobCommit: { in: z.tuple([z.strictObject({ id: uuid, count: z.int().min(1).max(64) })]), out: z.void() },
  blobRead: { in: z.tuple([z.strictObject({ id: uuid, index: z.int().min(0) })]), out: bytes },
  blobStat: { in: z.tuple([uuid]), out: z.strictObject({ count: z.int(), bytes: z.int() }).optional() },
} as const;
