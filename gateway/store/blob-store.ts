import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Where the bytes of papers live, by content. Another adapter (object store) can take the place of the folder. */
export interface BlobStore {
  /** Writes the bytes durably and answers where; the same bytes may be put any number of times. */
  readonly put: (commune: string, sha256: string, bytes: Uint8Array) => Promise<string>;
  readonly get: (path: string) => Promise<Uint8Array>;
}

/** Blobs in a local folder: temporary file → hash check of what was written → fsync → rename → fsync of the folder. */
export function folderBlobStore(root: string): BlobStore {
  return {
    put: async (commune, sha256, bytes) => {
      const relative = path.join(commune, sha256.slice(0, 2), sha256);
      const target = path.join(root, relative);
      if (await isComplete(target, bytes.byteLength)) return relative;
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      const temporary = `${target}.${process.pid}.${crypto.randomUUID()}.tmp`;
      try {
        await writeDurably(temporary, bytes);
        const written = createHash('sha256')
          .update(await readFile(temporary))
          .digest('hex');
        if (written !== sha256) throw new Error('blob differs from its hash after writing');
        await rename(temporary, target);
      } catch (cause) {
        await rm(temporary, { force: true });
        throw cause;
      }
      await syncFolder(path.dirname(target));
      return relative;
    },
    get: async (relative) => new Uint8Array(await readFile(path.join(root, relative))),
  };
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Windows cannot fsync a folder; there the rename itself is journaled by the file system. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function isComplete(file: string, bytes: number): Promise<boolean> {
  try {
    return (await stat(file)).size === bytes;
  } catch {
    return false;
  }
}
