import { Hono } from 'hono';
import {
  type PacksReply,
  type PingReply,
  PROTOCOL,
  RegisterRequest,
} from '../../shared/protocol/messages.ts';
import { signedPackSets } from '../auth/pack-sets.ts';
import { register } from '../auth/register.ts';
import type { Gateway } from '../gateway.ts';
import { currentGeneration } from '../store/generation.ts';
import { checkSignature, signatureOf } from './authenticate.ts';
import { jsonReply, parsed, readBody } from './body.ts';
import { type Doorkeeper, plainBody } from './doorkeeper.ts';
import { Problem } from './problem.ts';

const MAX_REGISTRATION = 256 * 1024;

/** Protocol 1, the machine itself: registration, the probe, the rules. */
export function deviceRoutes(gateway: Gateway, { deliverer, reader, limit }: Doorkeeper): Hono {
  const app = new Hono();

  app.post('/v1/register', async ({ req: { raw } }) => {
    const read = signatureOf(raw);
    // counted apart: who only names a device must not use up what it may deliver
    limit(`register ${read.device}`);
    const body = await readBody(raw, MAX_REGISTRATION);
    const request = parsed(RegisterRequest, await plainBody(raw, body));
    if (request.device !== read.device) throw new Problem('malformed', 'keyid and device differ');
    await checkSignature(raw, body, read, request.publicKey);
    const result = await register(gateway.database, request, gateway.now());
    if (!result.ok) throw new Problem(result.error, `registration refused: ${result.error}`);
    gateway.log.info('device-registered', { device: request.device, commune: result.value.commune });
    return jsonReply(raw, result.value);
  });

  app.get('/v1/ping', async ({ req: { raw } }) => {
    const { device } = await deliverer(raw, 0);
    const nonce = new URL(raw.url).searchParams.get('nonce') ?? '';
    if (nonce.length > 64) throw new Problem('malformed', 'the nonce has at most 64 characters');
    const reply: PingReply = {
      protocol: PROTOCOL,
      generation: await currentGeneration(gateway.database),
      time: new Date(gateway.now()).toISOString() as PingReply['time'],
      nonce,
      device: device.id as PingReply['device'],
    };
    return jsonReply(raw, reply);
  });

  app.get('/v1/packs', async ({ req: { raw } }) => {
    const { device } = await reader(raw, 0);
    const reply: PacksReply = {
      protocol: PROTOCOL,
      generation: await currentGeneration(gateway.database),
      packs: [...(await signedPackSets(gateway.database, device.commune))],
    };
    return jsonReply(raw, reply);
  });
  return app;
}
