import type { Gateway } from '../gateway.ts';
import { checkSignature, type KnownDevice, knownDevice, mustBeFresh, signatureOf } from './authenticate.ts';
import { decoded, readBody } from './body.ts';
import { Problem } from './problem.ts';
import { rateLimit } from './rate-limit.ts';

const SMALL = 256 * 1024;

/** What has been read and believed of a request before anything is parsed. */
export interface Visit {
  readonly device: KnownDevice;
  /** as sent, compressed if it came so */
  readonly body: Uint8Array;
}

/** Lets devices in: body within a limit, signature over it, rate, state. */
export interface Doorkeeper {
  /** a delivery: taken however wrong the device's clock is */
  readonly deliverer: (request: Request, limit?: number) => Promise<Visit>;
  /** a read: must be fresh, a replay would disclose something */
  readonly reader: (request: Request, limit?: number) => Promise<Visit>;
  readonly limit: (caller: string) => void;
}

export function doorkeeper(gateway: Gateway): Doorkeeper {
  const limit = rateLimit(gateway.rate, gateway.now);
  const deliverer = async (request: Request, most = SMALL): Promise<Visit> => {
    // nobody's body is read: only a device that is known here may use this much memory
    const read = signatureOf(request);
    const device = await knownDevice(gateway.database, read);
    const body = await readBody(request, most);
    await checkSignature(request, body, read, device.publicKey);
    limit(device.id);
    if (device.state === 'revoked') throw new Problem('device-revoked', 'this device has been revoked');
    return { device, body };
  };
  const reader = async (request: Request, most = SMALL): Promise<Visit> => {
    const visit = await deliverer(request, most);
    mustBeFresh(request, gateway.now());
    return visit;
  };
  return { deliverer, reader, limit };
}

/** The body of a small request, inflated if it came compressed. */
export const plainBody = (request: Request, body: Uint8Array, limit = 4 * SMALL): Promise<Uint8Array> =>
  decoded(body, request.headers.get('content-encoding'), limit);
