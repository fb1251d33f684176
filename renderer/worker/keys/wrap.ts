import { concat, fromBase64url, toBase64url, utf8 } from './bytes.ts';
import { SealBroken } from './seal.ts';
import { P256, randomBytes } from './web-crypto-ports.ts';

const AES = { name: 'AES-GCM', length: 256 } as const;

/** A key under another key, bound to `place`; base64url of IV + ciphertext. */
async function wrap(
  key: CryptoKey,
  under: CryptoKey,
  format: 'raw' | 'pkcs8',
  place: string,
): Promise<string> {
  const iv = randomBytes(12);
  const parameters = { name: 'AES-GCM', iv, additionalData: utf8(place) };
  return toBase64url(concat(iv, new Uint8Array(await crypto.subtle.wrapKey(format, key, under, parameters))));
}

/** A fresh AES key; extractable only so that it can be wrapped, and dropped right after. */
export const freshAesKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey(AES, true, ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey']);

export const wrapAesKey = (key: CryptoKey, under: CryptoKey, place: string): Promise<string> =>
  wrap(key, under, 'raw', place);

/** Opens a wrapped AES key into one that cannot leave WebCrypto; throws SealBroken when it does not open. */
export async function unwrapAesKey(wrapped: string, under: CryptoKey, place: string): Promise<CryptoKey> {
  return unwrap(wrapped, under, 'raw', place, 'AES-GCM', ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey']);
}

/** A fresh P-256 pair, its private half wrapped at once; only the public half and the wrapping come out. */
export async function freshSigningKey(
  under: CryptoKey,
  place: string,
): Promise<{ publicKey: string; wrapped: string }> {
  const pair = await crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const publicKey = toBase64url(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)));
  return { publicKey, wrapped: await wrap(pair.privateKey, under, 'pkcs8', place) };
}

export const unwrapSigningKey = (wrapped: string, under: CryptoKey, place: string): Promise<CryptoKey> =>
  unwrap(wrapped, under, 'pkcs8', place, P256, ['sign']);

async function unwrap(
  wrapped: string,
  under: CryptoKey,
  format: 'raw' | 'pkcs8',
  place: string,
  kind: 'AES-GCM' | typeof P256,
  usages: KeyUsage[],
): Promise<CryptoKey> {
  try {
    const bytes = fromBase64url(wrapped);
    const parameters = { name: 'AES-GCM', iv: bytes.subarray(0, 12), additionalData: utf8(place) };
    return await crypto.subtle.unwrapKey(format, bytes.subarray(12), under, parameters, kind, false, usages);
  } catch {
    throw new SealBroken(place.split('|')[0] ?? '');
  }
}
