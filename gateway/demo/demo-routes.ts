import { Hono } from 'hono';
import { z } from 'zod';
import { issueEnrolment } from '../auth/issue-enrolment.ts';
import { moveElsewhere } from '../desk/move-elsewhere.ts';
import type { Gateway } from '../gateway.ts';
import { parsed, readBody } from '../http/body.ts';
import { mustBeLoopback } from '../http/loopback.ts';
import { Problem } from '../http/problem.ts';
import { actFromFields } from '../pages/province-act.ts';
import { isLoggedIn } from '../pages/province-session.ts';
import { DEMONSTRATION_COMMUNE } from './demonstration.ts';

/** What the demonstration lets the province do, so that a refusal, a conflict and a waiting dossier can be seen. */
const DemoAct = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('moveElsewhere'), procedure: z.string().regex(/^\d\.\d{6}$/) }),
  z.strictObject({ type: z.literal('dossier.accept'), dossier: z.uuid() }),
  z.strictObject({ type: z.literal('dossier.forward'), dossier: z.uuid(), to: z.string() }),
  z.strictObject({
    type: z.literal('dossier.requestSupplement'),
    dossier: z.uuid(),
    /** one per line */
    items: z.string(),
    reason: z.string(),
  }),
  z.strictObject({ type: z.literal('dossier.finish'), dossier: z.uuid(), outcome: z.string() }),
]);

/** Only in demonstration mode, only from this machine: an enrolment for a new device, and the way to the province page. */
export function demoRoutes(
  gateway: Gateway,
  place: { readonly url: () => string; readonly token: string },
): Hono {
  const app = new Hono();
  app.get('/demo/enrolment', async (context) => {
    mustBeLoopback(context);
    const enrolment = await issueEnrolment(gateway, {
      commune: DEMONSTRATION_COMMUNE,
      deviceName: (context.req.query('device') || 'Quầy 1').slice(0, 100),
      gatewayUrl: place.url(),
      clerks: [],
    });
    return context.json(enrolment);
  });
  app.get('/demo/province-url', (context) => {
    mustBeLoopback(context);
    return context.text(`${place.url()}/province/login?token=${place.token}`);
  });
  app.post('/demo/act', async (context) => {
    mustBeLoopback(context);
    if (!isLoggedIn(context, place.token))
      throw new Problem('not-permitted', 'show the access token as bearer');
    const act = parsed(DemoAct, await readBody(context.req.raw, 64 * 1024));
    if (act.type === 'moveElsewhere') {
      await moveElsewhere(gateway.database, DEMONSTRATION_COMMUNE, act.procedure);
      return context.json({ done: true });
    }
    const verdict = await actFromFields(gateway, DEMONSTRATION_COMMUNE, act.dossier, act);
    if (!verdict) throw new Problem('malformed', 'no such dossier, or the act is not complete');
    return context.json({ done: verdict.result === 'applied' || verdict.result === 'merged', verdict });
  });
  return app;
}
