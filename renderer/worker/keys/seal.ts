import { type Bytes, concat, fromUtf8, owned, utf8 } from './bytes.ts';
import { randomBytes } from './web-crypto-ports.ts';

const IV = 12;

/** Thrown when sealed bytes do not open: another key, another place, or damage. Never says which. */
export class SealBroken extends Error {
  constructor(place: string) {
    super(`sealed bytes do not open: ${place}`);
    this.name = 'SealBroken';
  }
}

/** AES-256-GCM with a fresh IV, bound to `place` (table|id|rev and the like). Answers IV + ciphertext + tag. */
export async function seal(key: CryptoKey, place: string, content: Uint8Array): Promise<Bytes> {
  const iv = randomBytes(IV);
  const parameters = { name: 'AES-GCM', iv, additionalData: utf8(place) };
  return concat(iv, new Uint8Array(await crypto.subtle.encrypt(parameters, key, owned(content))));
}

/** Opens what `seal` made for the same place; throws SealBroken otherwise. */
export async function unseal(key: CryptoKey, place: string, sealed: Uint8Array): Promise<Bytes> {
  try {
    const bytes = owned(sealed);
    const parameters = { name: 'AES-GCM', iv: bytes.subarray(0, IV), additionalData: utf8(place) };
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, bytes.subarray(IV)));
  } catch {
    throw new SealBroken(place.split('|')[0] ?? '');
  }
}

export const sealText = (key: CryptoKey, place: string, text: string): Promise<Bytes> =>
  seal(key, place, utf8(text));

export const unsealText = async (key: CryptoKey, place: string, sealed: Uint8Array): Promise<string> =>
  fromUtf8(await unseal(key, place, sealed));
