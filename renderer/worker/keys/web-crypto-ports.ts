import { uuidv7 } from 'uuidv7';
import type { Clock, Digest, IdSource, Signer, Verifier } from '../../../shared/ports.ts';
import { type Bytes, fromBase64url, owned, toBase64url, toHex, utf8 } from './bytes.ts';

/** The ports of shared/ports.ts as this worker's WebCrypto and clock give them. */
const ecdsa = { name: 'ECDSA', hash: 'SHA-256' } as const;
export const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export const webDigest: Digest = {
  sha256: async (data) =>
    toHex(
      new Uint8Array(
        await crypto.subtle.digest('SHA-256', typeof data === 'string' ? utf8(data) : owned(data)),
      ),
    ),
};

/** Signs with a private key that cannot leave WebCrypto. */
export const webSigner = (key: CryptoKey): Signer => ({
  sign: async (text) => toBase64url(new Uint8Array(await crypto.subtle.sign(ecdsa, key, utf8(text)))),
});

export const webVerifier: Verifier = {
  verify: async (publicKey, text, signature) => {
    try {
      const key = await crypto.subtle.importKey('spki', fromBase64url(publicKey), P256, false, ['verify']);
      return await crypto.subtle.verify(ecdsa, key, fromBase64url(signature), utf8(text));
    } catch {
      return false;
    }
  },
};

export const webClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };

export const randomBytes = (size: number): Bytes => crypto.getRandomValues(new Uint8Array(size));

export const webIds: IdSource = {
  uuidV7: () => uuidv7(),
  randomHex: (size) => toHex(randomBytes(size)),
  random: () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32,
};
