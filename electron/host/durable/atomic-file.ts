import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { asDiskError, errorCode } from './disk-error.ts';

/** Makes a rename or a new file in this folder survive a power cut. Windows has no such call: NTFS journals it itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Creates the folder with its parents, readable by this user only, and makes it survive a power cut. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let at = folder; at.length >= path.dirname(first).length; at = path.dirname(at)) {
    await syncFolder(at);
    if (at === path.dirname(at)) return;
  }
}

/** Replaces the file in one step: after a power cut it holds the old bytes or the new ones, never a mixture. */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    await rm(draft, { force: true });
    throw asDiskError(error);
  }
}

/** The bytes of the file, or undefined when there is none. */
export async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw asDiskError(error);
  }
}
