import { Hono } from 'hono';
import { EpochRequest, PushRequest } from '../../shared/protocol/messages.ts';
import type { Gateway } from '../gateway.ts';
import { parseCursor, pull } from '../pull/pull.ts';
import { beginEpoch } from '../push/begin-epoch.ts';
import { push } from '../push/push.ts';
import { jsonReply, parsed } from './body.ts';
import { type Doorkeeper, plainBody } from './doorkeeper.ts';
import { Problem } from './problem.ts';

const MIB = 1_048_576;
const MAX_PUSH = MIB;
const MAX_PUSH_INFLATED = 24 * MIB;

/** Protocol 1, operations: push (empty = hello), pull, epoch. */
export function syncRoutes(gateway: Gateway, { deliverer, reader }: Doorkeeper): Hono {
  const app = new Hono();

  app.post('/v1/push', async ({ req: { raw } }) => {
    const { device, body } = await deliverer(raw, MAX_PUSH);
    const request = parsed(PushRequest, await plainBody(raw, body, MAX_PUSH_INFLATED));
    const result = await push(gateway.push, device, request);
    if (result.ok) return jsonReply(raw, result.value);
    if (result.error === 'malformed')
      throw new Problem('malformed', 'the batch is not a chain of this device');
    throw new Problem('signature-invalid', 'the last operation is not signed by this device');
  });

  app.get('/v1/pull', async ({ req: { raw } }) => {
    const { device } = await reader(raw, 0);
    const { searchParams } = new URL(raw.url);
    const cursor = parseCursor(searchParams.get('cursor') ?? '0.0');
    const rows = Number(searchParams.get('limit') ?? '200');
    if (!cursor || !Number.isInteger(rows) || rows < 1 || rows > 500)
      throw new Problem('malformed', 'cursor is <generation>.<counter>, limit 1 to 500');
    return jsonReply(raw, await pull(gateway.database, device.commune, cursor, rows, gateway.now()));
  });

  app.post('/v1/epoch', async ({ req: { raw } }) => {
    const { device, body } = await deliverer(raw);
    const { token, above } = parsed(EpochRequest, await plainBody(raw, body));
    return jsonReply(
      raw,
      await beginEpoch(gateway.database, device.commune, device.id, { token, above }, gateway.now()),
    );
  });
  return app;
}
