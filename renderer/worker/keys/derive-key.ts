import { argon2id } from 'hash-wasm';
import { z } from 'zod';
import { fromBase64url, owned } from './bytes.ts';

/** Argon2id v1.3 parameters as they stand in the vault; the salt is the clerk's own. */
export const KdfParameters = z.strictObject({
  name: z.literal('argon2id'),
  version: z.literal(19),
  memoryKiB: z.int().min(8).max(1_048_576),
  iterations: z.int().min(1).max(64),
  parallelism: z.int().min(1).max(16),
});
export type KdfParameters = z.infer<typeof KdfParameters>;

/** What new vaults are made with: 64 MiB, three passes, one lane (design §5). */
export const defaultKdf: KdfParameters = {
  name: 'argon2id',
  version: 19,
  memoryKiB: 65_536,
  iterations: 3,
  parallelism: 1,
};

/** The 32 bytes Argon2id makes of a secret; compared in NFC, so that input methods agree. */
export const stretched = (secret: string, salt: Uint8Array, kdf: KdfParameters): Promise<Uint8Array> =>
  argon2id({
    password: secret.normalize('NFC'),
    salt,
    memorySize: kdf.memoryKiB,
    iterations: kdf.iterations,
    parallelism: kdf.parallelism,
    hashLength: 32,
    outputType: 'binary',
  });

/** Clerk's secret → key that wraps keys and nothing else. */
export async function deriveKey(secret: string, salt: string, kdf: KdfParameters): Promise<CryptoKey> {
  const raw = await stretched(secret, fromBase64url(salt), kdf);
  const key = await crypto.subtle.importKey('raw', owned(raw), 'AES-GCM', false, ['wrapKey', 'unwrapKey']);
  raw.fill(0);
  return key;
}
