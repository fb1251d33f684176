import { Hono } from 'hono';
import { z } from 'zod';
import { AgencyCode, ClerkId } from '../../shared/domain/identity/ids.ts';
import { Role } from '../../shared/protocol/enrolment.ts';
import { EnrolmentRefused, issueEnrolment } from '../auth/issue-enrolment.ts';
import { OfficeFile } from '../auth/office-rules.ts';
import type { Gateway } from '../gateway.ts';
import { parsed, readBody } from './body.ts';
import { mustBeLoopback } from './loopback.ts';
import { Problem } from './problem.ts';
import { sameSecret } from './secret-token.ts';

/** What `npm run tram -- enrol` asks, by hand or of a running gateway. */
export const EnrolCall = z.strictObject({
  commune: AgencyCode,
  deviceName: z.string().min(1).max(100),
  gatewayUrl: z.url(),
  clerks: z
    .array(z.strictObject({ id: ClerkId, name: z.string().min(1).max(100), roles: z.array(Role).min(1) }))
    .max(50),
  office: OfficeFile.optional(),
});
export type EnrolCall = z.infer<typeof EnrolCall>;

/** Administration from this machine: enrolment through a running gateway. Behind the token file of the gateway's folder. */
export function adminRoutes(gateway: Gateway, token: string): Hono {
  const app = new Hono();
  app.post('/admin/enrol', async (context) => {
    mustBeLoopback(context);
    const given = (context.req.header('authorization') ?? '').replace(/^Bearer /, '');
    if (!sameSecret(given, token))
      throw new Problem('not-permitted', 'the administration token is not right');
    const call = parsed(EnrolCall, await readBody(context.req.raw, 1_048_576));
    try {
      return context.json(await issueEnrolment(gateway, call));
    } catch (cause) {
      if (cause instanceof EnrolmentRefused) throw new Problem('malformed', cause.message);
      throw cause;
    }
  });
  return app;
}
