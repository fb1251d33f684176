import { closeSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';

/** The folder is held by another living process. */
export class FolderLocked extends Error {
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(`${folder} is in use by process ${pid}; stop it first or choose another TRAM_GATEWAY_DIR`);
    this.name = 'FolderLocked';
  }
}

/**
 * Takes `gateway.pid` in `folder`; throws FolderLocked when a living process holds it. PGlite itself would let two
 * processes spoil one data folder. Returns the release.
 */
export function takePidLock(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'gateway.pid');
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = openSync(file, 'wx', 0o600);
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return () => removeQuietly(file);
    } catch (cause) {
      if (codeOf(cause) !== 'EEXIST') throw cause;
      const holder = Number(readFileSync(file, 'utf8'));
      if (holder !== process.pid && isAlive(holder)) throw new FolderLocked(folder, holder);
      removeQuietly(file);
    }
  }
  throw new Error(`${file} cannot be taken`);
}

/** The living process that holds the folder, if any. */
export function lockHolder(folder: string): number | undefined {
  try {
    const pid = Number(readFileSync(path.join(folder, 'gateway.pid'), 'utf8'));
    return isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) === 'EPERM';
  }
}

function removeQuietly(file: string): void {
  try {
    unlinkSync(file);
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw cause;
  }
}

const codeOf = (cause: unknown): unknown =>
  cause instanceof Error && 'code' in cause ? cause.code : undefined;
