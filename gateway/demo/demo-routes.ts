import { Hono } from 'hono';
import { issueEnrolment } from '../auth/issue-enrolment.ts';
import type { Gateway } from '../gateway.ts';
import { mustBeLoopback } from '../http/loopback.ts';
import { DEMONSTRATION_COMMUNE } from './demonstration.ts';

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
  return app;
}
