import { type ReadSignature, readSignature, verifyRequest } from '../../shared/protocol/http-signature.ts';
import { nodeDigest, webCryptoVerifier } from '../auth/web-crypto.ts';
import type { Database } from '../store/database.ts';
import { Problem } from './problem.ts';

export interface KnownDevice {
  readonly id: string;
  readonly commune: string;
  readonly publicKey: string;
  readonly state: 'active' | 'revoked';
}

/** how far `created` may be from province time where a replay would disclose something */
const FRESH_SECONDS = 15 * 60;

/** The signature headers of a request, read strictly. */
export function signatureOf(request: Request): ReadSignature {
  const read = readSignature((name) => request.headers.get(name) ?? undefined);
  if (!read) throw new Problem('signature-invalid', 'the request is not signed as protocol 1 asks');
  return read;
}

/** Checks the signature over the body as sent with a given key. */
export async function checkSignature(
  request: Request,
  body: Uint8Array,
  read: ReadSignature,
  publicKey: string,
): Promise<void> {
  const url = new URL(request.url);
  const signable = { method: request.method, path: `${url.pathname}${url.search}`, body };
  if (!(await verifyRequest(signable, read, publicKey, nodeDigest, webCryptoVerifier)))
    throw new Problem('signature-invalid', 'the signature of the request is not right');
}

/** The device a request says it comes from, if it is known here; nothing is proved yet. */
export async function knownDevice(database: Database, read: ReadSignature): Promise<KnownDevice> {
  const [device] = await database.query<{
    commune: string;
    public_key: string | null;
    state: KnownDevice['state'];
  }>('select commune, public_key, state from device where id = $1 and series is not null', [read.device]);
  if (!device?.public_key) throw new Problem('device-unknown', 'this device is not registered here');
  return { id: read.device, commune: device.commune, publicKey: device.public_key, state: device.state };
}

/** Reads must be fresh. A delivery must not: delivered twice it is the same delivery, and a wrong clock never stops it. */
export function mustBeFresh(request: Request, now: number): void {
  const { created } = signatureOf(request);
  if (Math.abs(now / 1000 - created) > FRESH_SECONDS)
    throw new Problem('clock-skew', 'the time of the request is too far from province time; ping first');
}
