import { createHash, type webcrypto } from 'node:crypto';
import type { Digest, Signer, Verifier } from '../../shared/ports.ts';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

export interface KeyPairText {
  /** SubjectPublicKeyInfo, base64url */
  readonly publicKey: string;
  /** PKCS #8, base64url */
  readonly privateKey: string;
}

export const nodeDigest: Digest = {
  sha256: async (data) => sha256Hex(data),
};

/** SHA-256 in lower-case hex; text as UTF-8. */
export const sha256Hex = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex');

export const webCryptoVerifier: Verifier = {
  verify: async (publicKey, text, signature) => {
    try {
      const key = await importedKey(publicKey);
      const raw = Buffer.from(signature, 'base64url');
      return await crypto.subtle.verify(SIGNING, key, raw, Buffer.from(text, 'utf8'));
    } catch {
      return false;
    }
  },
};

/** Parsed public keys: a cache any instance can refill, bounded. */
const keys = new Map<string, Promise<webcrypto.CryptoKey>>();

function importedKey(publicKey: string): Promise<webcrypto.CryptoKey> {
  const known = keys.get(publicKey);
  if (known) return known;
  if (keys.size > 5000) keys.clear();
  const spki = Buffer.from(publicKey, 'base64url');
  const fresh = crypto.subtle.importKey('spki', spki, ALGORITHM, false, ['verify']);
  keys.set(publicKey, fresh);
  fresh.catch(() => keys.delete(publicKey));
  return fresh;
}

export async function generateKeyPair(): Promise<KeyPairText> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const publicKey = Buffer.from(await crypto.subtle.exportKey('spki', pair.publicKey)).toString('base64url');
  const privateKey = Buffer.from(await crypto.subtle.exportKey('pkcs8', pair.privateKey)).toString(
    'base64url',
  );
  return { publicKey, privateKey };
}

/** Signer of a PKCS #8 private key in base64url. */
export async function signerOf(privateKey: string): Promise<Signer> {
  const bytes = Buffer.from(privateKey, 'base64url');
  const key = await crypto.subtle.importKey('pkcs8', bytes, ALGORITHM, false, ['sign']);
  return {
    sign: async (text) =>
      Buffer.from(await crypto.subtle.sign(SIGNING, key, Buffer.from(text, 'utf8'))).toString('base64url'),
  };
}
