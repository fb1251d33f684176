import { Hono } from 'hono';
import { HaveRequest, PROTOCOL } from '../../shared/protocol/messages.ts';
import { sha256Hex } from '../auth/web-crypto.ts';
import type { Gateway } from '../gateway.ts';
import { MAX_ATTACHMENT_BYTES, missingAttachments, storeAttachment } from '../uploads/attachments.ts';
import { jsonReply, parsed } from './body.ts';
import { type Doorkeeper, plainBody } from './doorkeeper.ts';
import { Problem } from './problem.ts';

/** Protocol 1, papers by content: what is missing, and one paper. */
export function attachmentRoutes(gateway: Gateway, { deliverer, reader }: Doorkeeper): Hono {
  const app = new Hono();

  app.post('/v1/attachments/have', async ({ req: { raw } }) => {
    const { device, body } = await reader(raw);
    const { sha256 } = parsed(HaveRequest, await plainBody(raw, body));
    const missing = await missingAttachments(gateway.database, device.commune, sha256);
    return jsonReply(raw, { protocol: PROTOCOL, missing });
  });

  app.put('/v1/attachments/:sha256', async ({ req }) => {
    const { device, body } = await deliverer(req.raw, MAX_ATTACHMENT_BYTES);
    const sha256 = req.param('sha256');
    if (!/^[0-9a-f]{64}$/.test(sha256) || body.byteLength === 0)
      throw new Problem('malformed', 'an attachment is named by its SHA-256 and has at least one byte');
    if (sha256Hex(body) !== sha256) throw new Problem('hash-mismatch', 'the bytes do not have this SHA-256');
    const { database, blobs } = gateway;
    const { duplicate } = await storeAttachment(database, blobs, device.commune, sha256, body);
    return jsonReply(req.raw, { protocol: PROTOCOL, sha256, duplicate });
  });
  return app;
}
