import type { SafeStorage } from 'electron';
import type { MachineSecret } from '../host/vault-file.ts';

/**
 * The operating system's protection of the vault file, or undefined where there is none: on Linux `basic_text` is a fixed
 * password and no protection. Only the asynchronous methods; the others leave Electron.
 */
export async function machineSecret(storage: SafeStorage): Promise<MachineSecret | undefined> {
  if (process.platform === 'linux' && storage.getSelectedStorageBackend() === 'basic_text') return undefined;
  if (!(await storage.isAsyncEncryptionAvailable())) return undefined;
  return {
    seal: (bytes) => storage.encryptStringAsync(Buffer.from(bytes).toString('base64')),
    open: async (bytes) => {
      const { result, shouldReEncrypt } = await storage.decryptStringAsync(Buffer.from(bytes));
      return { bytes: new Uint8Array(Buffer.from(result, 'base64')), stale: shouldReEncrypt };
    },
  };
}
