import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SafeStorage } from 'electron';
import { app } from './app.ts';
import { complete } from './world.ts';

const MARK = Buffer.from('v11');

/** A key file in the profile plays the key store of the operating system. */
function systemKey(): Buffer {
  const file = path.join(app.getPath('userData'), 'double-system-key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 });
  return readFileSync(file);
}

type Stand = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

/** Only the asynchronous methods: the others leave Electron, and asking for one here fails loudly. */
export const safeStorage: Stand = complete<Stand>('safeStorage', {
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () =>
    process.env.DOUBLE_STORAGE === 'basic_text' ? 'basic_text' : 'gnome_libsecret',
  encryptStringAsync: async (text) => {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', systemKey(), iv);
    return Buffer.concat([MARK, iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  },
  decryptStringAsync: async (sealed) => {
    if (!sealed.subarray(0, 3).equals(MARK)) throw new Error('Ciphertext does not appear to be encrypted.');
    const decipher = createDecipheriv('aes-256-gcm', systemKey(), sealed.subarray(3, 15));
    decipher.setAuthTag(sealed.subarray(-16));
    const text = decipher.update(sealed.subarray(15, -16), undefined, 'utf8') + decipher.final('utf8');
    return { result: text, shouldReEncrypt: false };
  },
});
