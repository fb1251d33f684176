import { Hono } from 'hono';
import {
  EpochRequest,
  HaveRequest,
  type PacksReply,
  type PingReply,
  PROTOCOL,
  PushRequest,
  RegisterRequest,
} from '../../shared/protocol/messages.ts';
import { signedPackSets } from '../auth/pack-sets.ts';
import { register } from '../auth/register.ts';
import { sha256Hex } from '../auth/web-crypto.ts';
import type { Gateway } from '../gateway.ts';
import { parseCursor, pull } from '../pull/pull.ts';
import { beginEpoch } from '../push/begin-epoch.ts';
import { push } from '../push/push.ts';
import { currentGeneration } from '../store/generation.ts';
import { MAX_ATTACHMENT_BYTES, missingAttachments, storeAttachment } from '../uploads/attachments.ts';
import { authenticate, checkSignature, type KnownDevice, mustBeFresh, signatureOf } from './authenticate.ts';
import { decoded, jsonReply, parsed, readBody } from './body.ts';
import { Problem } from './problem.ts';
import { rateLimit } from './rate-limit.ts';

const MIB = 1_048_576;
const LIMITS = { push: MIB, pushInflated: 24 * MIB, small: 256 * 1024 } as const;

/** Protocol 1 (docs/protocol.md). Every route reads its body within a limit, then authenticates, then parses. */
export function protocolRoutes(gateway: Gateway): Hono {
  const app = new Hono();
  const limit = rateLimit(300, 30, gateway.now);
  const device = async (request: Request, body: Uint8Array): Promise<KnownDevice> => {
    const known = await authenticate(gateway.database, request, body);
    limit(known.id);
    if (known.state === 'revoked') throw new Problem('device-revoked', 'this device has been revoked');
    return known;
  };
  const reader = async (request: Request, body: Uint8Array): Promise<KnownDevice> => {
    const known = await device(request, body);
    mustBeFresh(request, gateway.now());
    return known;
  };

  app.post('/v1/push', async ({ req: { raw } }) => {
    const body = await readBody(raw, LIMITS.push);
    const known = await device(raw, body);
    const inflated = await decoded(body, raw.headers.get('content-encoding'), LIMITS.pushInflated);
    const result = await push(gateway.push, known, parsed(PushRequest, inflated));
    if (result.ok) return jsonReply(raw, result.value);
    if (result.error === 'malformed')
      throw new Problem('malformed', 'the batch is not a chain of this device');
    throw new Problem('signature-invalid', 'the last operation is not signed by this device');
  });

  app.get('/v1/pull', async ({ req: { raw } }) => {
    const known = await reader(raw, await readBody(raw, 0));
    const cursor = parseCursor(new URL(raw.url).searchParams.get('cursor') ?? '0.0');
    const rows = Number(new URL(raw.url).searchParams.get('limit') ?? '200');
    if (!cursor || !Number.isInteger(rows) || rows < 1 || rows > 500)
      throw new Problem('malformed', 'cursor is <generation>.<counter>, limit 1 to 500');
    return jsonReply(raw, await pull(gateway.database, known.commune, cursor, rows, gateway.now()));
  });

  app.post('/v1/epoch', async ({ req: { raw } }) => {
    const body = await readBody(raw, LIMITS.small);
    const known = await device(raw, body);
    const { token } = parsed(EpochRequest, await plain(raw, body));
    return jsonReply(raw, await beginEpoch(gateway.database, known.commune, known.id, token, gateway.now()));
  });

  app.get('/v1/ping', async ({ req: { raw } }) => {
    const known = await device(raw, await readBody(raw, 0));
    const nonce = new URL(raw.url).searchParams.get('nonce') ?? '';
    if (nonce.length > 64) throw new Problem('malformed', 'the nonce has at most 64 characters');
    const reply: PingReply = {
      protocol: PROTOCOL,
      generation: await currentGeneration(gateway.database),
      time: new Date(gateway.now()).toISOString() as PingReply['time'],
      nonce,
      device: known.id as PingReply['device'],
    };
    return jsonReply(raw, reply);
  });

  app.post('/v1/register', async ({ req: { raw } }) => {
    const body = await readBody(raw, LIMITS.small);
    const read = signatureOf(raw);
    limit(read.device);
    const request = parsed(RegisterRequest, await plain(raw, body));
    if (request.device !== read.device) throw new Problem('malformed', 'keyid and device differ');
    await checkSignature(raw, body, read, request.publicKey);
    const result = await register(gateway.database, request, gateway.now());
    if (!result.ok) throw new Problem(result.error, `registration refused: ${result.error}`);
    gateway.log.info('device-registered', { device: request.device, commune: result.value.commune });
    return jsonReply(raw, result.value);
  });

  app.post('/v1/attachments/have', async ({ req: { raw } }) => {
    const body = await readBody(raw, LIMITS.small);
    const known = await reader(raw, body);
    const { sha256 } = parsed(HaveRequest, await plain(raw, body));
    const missing = await missingAttachments(gateway.database, known.commune, sha256);
    return jsonReply(raw, { protocol: PROTOCOL, missing });
  });

  app.put('/v1/attachments/:sha256', async ({ req }) => {
    const body = await readBody(req.raw, MAX_ATTACHMENT_BYTES);
    const known = await device(req.raw, body);
    const sha256 = req.param('sha256');
    if (!/^[0-9a-f]{64}$/.test(sha256) || body.byteLength === 0)
      throw new Problem('malformed', 'an attachment is named by its SHA-256 and has at least one byte');
    if (sha256Hex(body) !== sha256) throw new Problem('hash-mismatch', 'the bytes do not have this SHA-256');
    const { database, blobs } = gateway;
    const { duplicate } = await storeAttachment(database, blobs, known.commune, sha256, body);
    return jsonReply(req.raw, { protocol: PROTOCOL, sha256, duplicate });
  });

  app.get('/v1/packs', async ({ req: { raw } }) => {
    const known = await reader(raw, await readBody(raw, 0));
    const reply: PacksReply = {
      protocol: PROTOCOL,
      generation: await currentGeneration(gateway.database),
      packs: [...(await signedPackSets(gateway.database, known.commune))],
    };
    return jsonReply(raw, reply);
  });
  return app;

  function plain(raw: Request, body: Uint8Array): Promise<Uint8Array> {
    return decoded(body, raw.headers.get('content-encoding'), 4 * LIMITS.small);
  }
}
