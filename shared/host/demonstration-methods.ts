import { z } from 'zod';

/** Part of the host contract: what only the demonstration may ask. */
export const demonstrationMethods = {
  /** demonstration only: cut, mend or spoil the line; refused in other workspaces */
  demoLine: { in: z.tuple([z.enum(['online', 'offline', 'stutter'])]), out: z.void() },
  demoLineState: { in: z.tuple([]), out: z.enum(['online', 'offline', 'stutter']).optional() },
  /** demonstration only: opens the gateway's province page in a browser and answers '', or answers its URL for the window to open */
  provincePage: { in: z.tuple([]), out: z.string() },
  /** whether this start of the demonstration brings a first day along that has already been lived in part */
  demoLivedIn: { in: z.tuple([]), out: z.boolean() },
  /** demonstration only: lets the fictional province act, past the line that the clerk can cut */
  demoAct: {
    in: z.tuple([
      z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('moveElsewhere'), procedure: z.string().regex(/^\d\.\d{6}$/) }),
        z.strictObject({
          type: z.literal('dossier.requestSupplement'),
          dossier: z.uuid(),
          items: z.string().max(500),
          reason: z.string().max(500),
        }),
      ]),
    ]),
    out: z.void(),
  },
} as const;
