import { Hono } from 'hono';
import type { Gateway } from '../gateway.ts';
import { attachmentRoutes } from './attachment-routes.ts';
import { deviceRoutes } from './device-routes.ts';
import { doorkeeper } from './doorkeeper.ts';
import { Problem, problemResponse } from './problem.ts';
import { syncRoutes } from './sync-routes.ts';

/** The whole HTTP face of a gateway. `pages` are further routes: province page, administration, demonstration. */
export function gatewayApp(gateway: Gateway, pages: readonly Hono[] = []): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    const started = gateway.now();
    await next();
    context.res.headers.set('x-content-type-options', 'nosniff');
    context.res.headers.set('referrer-policy', 'no-referrer');
    gateway.log.info('request', {
      method: context.req.method,
      path: context.req.routePath,
      status: context.res.status,
      ms: gateway.now() - started,
    });
  });
  app.get('/health', (context) => context.json({ ok: true }));
  app.get('/ready', async (context) => {
    try {
      await gateway.database.query('select 1');
      return context.json({ ok: true });
    } catch {
      return problemResponse(new Problem('busy', 'the database does not answer', 5));
    }
  });
  const door = doorkeeper(gateway);
  app.route('/', syncRoutes(gateway, door));
  app.route('/', deviceRoutes(gateway, door));
  app.route('/', attachmentRoutes(gateway, door));
  for (const page of pages) app.route('/', page);
  app.notFound(() => problemResponse(new Problem('not-found', 'there is nothing here')));
  app.onError((cause) => {
    if (!(cause instanceof Problem))
      gateway.log.error('unexpected', { name: cause.name, stack: placeOf(cause) });
    return problemResponse(cause);
  });
  return app;
}

/** Where it happened, without the message: messages of a database may quote what a citizen wrote. */
const placeOf = (cause: Error): string =>
  (cause.stack ?? '')
    .split('\n')
    .slice(1, 5)
    .map((line) => line.trim())
    .join(' < ');
