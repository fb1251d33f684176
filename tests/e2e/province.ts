import { z } from 'zod';

const Listed = z.looseObject({
  id: z.string(),
  device: z.string(),
  provisionalCode: z.string(),
  officialCode: z.string().optional(),
  applicant: z.string(),
  missingAttachments: z.array(z.string()),
  dueAt: z.string().optional(),
});

/** A dossier as the province answers a program. */
export type ProvinceDossier = z.infer<typeof Listed>;

/** The province's side, asked as a program would ask it. */
export interface Province {
  readonly dossiers: () => Promise<readonly ProvinceDossier[]>;
  readonly counts: () => Promise<Readonly<Record<string, number>>>;
}

/** `url` of the gateway, `token` of its province page. */
export function provinceAt(url: string, token: string): Province {
  const get = async (what: string): Promise<unknown> => {
    const reply = await fetch(`${url}/province/api/${what}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!reply.ok) throw new Error(`the province answers ${reply.status}: ${await reply.text()}`);
    return reply.json();
  };
  return {
    dossiers: async () => z.object({ dossiers: z.array(Listed) }).parse(await get('dossiers')).dossiers,
    counts: async () => z.record(z.string(), z.number()).parse(await get('counts')),
  };
}
