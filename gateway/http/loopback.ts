import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { Problem } from './problem.ts';

const HERE = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Refuses callers from other machines, and browsers led here by another site's name. */
export function mustBeLoopback(context: Context): void {
  const address = getConnInfo(context).remote.address ?? '';
  const name = (context.req.header('host') ?? '').replace(/:\d+$/, '');
  if (!HERE.has(address) || !['127.0.0.1', 'localhost', '[::1]'].includes(name))
    throw new Problem('not-permitted', 'this address answers only on the machine of the gateway');
}
