import { z } from 'zod';

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** Part of the host contract: the watched scan folder. */
export const scanMethods = {
  /**
   * How many files wait in the watched scan folder, and the oldest settled one, moved out of it. `taken` names the copy the
   * host keeps until `scanDone`; one that nobody has spoken of is offered again, at the latest after the next start. A file beyond
   * 64 MB is set aside beside the folder and reported as `answer-too-large:<name>`.
   */
  scanCount: { in: z.tuple([]), out: z.int().min(0) },
  scanTake: {
    in: z.tuple([]),
    out: z.strictObject({ name: z.string(), bytes, taken: z.string() }).optional(),
  },
  /** the taken scan is sealed: its clear copy is erased; refused: it is set aside in the scan folder, where the clerk finds it */
  scanDone: {
    in: z.tuple([z.strictObject({ taken: z.string().min(1).max(200), sealed: z.boolean() })]),
    out: z.void(),
  },
} as const;
