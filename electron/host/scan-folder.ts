import { type FSWatcher, watch } from 'node:fs';
import { copyFile, lstat, open, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Host } from '../../shared/host/contract.ts';
import { HostError } from '../../shared/host/host-error.ts';
import { makeFolder, replaceFile } from './durable/atomic-file.ts';
import { asDiskError } from './durable/disk-error.ts';
import { serialQueue } from './durable/serial-queue.ts';

export type ScanFolder = Pick<Host, 'scanCount' | 'scanTake'> & { readonly close: () => void };

const POLL_MS = 500;
const SETTLED_MS = 1_000;
/** a scanner that has only made the file yet; after this long an empty file is what it is */
const EMPTY_SETTLED_MS = 5_000;
const LARGEST = 64_000_000;
/** what was taken stays beside, until the reception that took it is surely written down */
const KEEP_TAKEN_MS = 24 * 3_600_000;
const UNFINISHED = /^[.~]|\.(tmp|temp|part|partial|crdownload|download|lock)$/i;

interface Seen {
  readonly size: number;
  readonly modifiedAt: number;
  /** monotonic */
  readonly since: number;
}

/**
 * Watches the folder a scanner writes into. A file counts when its size has not changed for a second, nobody else holds
 * it and its name is not a temporary one. `onChange` hears the number of waiting files whenever it changes.
 */
export function createScanFolder(
  folder: string | undefined,
  takenFolder: string,
  onChange: (count: number) => void,
): ScanFolder {
  if (folder === undefined) {
    return { scanCount: async () => 0, scanTake: async () => undefined, close: () => undefined };
  }
  const queue = serialQueue();
  const seen = new Map<string, Seen>();
  let told = 0;
  const look = () =>
    queue(async () => {
      const names = await settledNames(folder, seen);
      if (names.length !== told) {
        told = names.length;
        onChange(told);
      }
      return names;
    });
  const watcher = watchQuietly(folder, look);
  const timer = setInterval(() => void look().catch(() => undefined), POLL_MS);
  timer.unref();
  return {
    scanCount: async () => (await look()).length,
    scanTake: async () => {
      const [name] = await look();
      if (name === undefined) return undefined;
      const bytes = await queue(() => take(folder, name, takenFolder));
      await look();
      return { name, bytes };
    },
    close: () => {
      clearInterval(timer);
      watcher?.close();
    },
  };
}

/** Not every file system reports changes; the poll alone is enough. */
function watchQuietly(folder: string, look: () => Promise<unknown>): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, () => void look().catch(() => undefined));
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}

/** Names of the files that are ready, oldest first. */
async function settledNames(folder: string, seen: Map<string, Seen>): Promise<readonly string[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => !UNFINISHED.test(name));
  for (const known of seen.keys()) if (!names.includes(known)) seen.delete(known);
  const ready: { readonly name: string; readonly modifiedAt: number }[] = [];
  for (const name of names) {
    const file = path.join(folder, name);
    const state = await lstat(file).catch(() => undefined);
    if (!state?.isFile()) continue;
    const before = seen.get(name);
    const same = before?.size === state.size && before.modifiedAt === state.mtimeMs;
    const now = same ? before : { size: state.size, modifiedAt: state.mtimeMs, since: performance.now() };
    seen.set(name, now);
    const quiet = performance.now() - now.since;
    if (quiet < (state.size === 0 ? EMPTY_SETTLED_MS : SETTLED_MS)) continue;
    if (await isFree(file)) ready.push({ name, modifiedAt: state.mtimeMs });
  }
  return ready
    .sort((a, b) => a.modifiedAt - b.modifiedAt || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}

/** On Windows a writer keeps others from opening; elsewhere the quiet second has to do. */
async function isFree(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'r+');
    await handle.close();
    return true;
  } catch {
    return false;
  }
}

/** Read, copied into the workspace, and only then removed from the folder. */
async function take(folder: string, name: string, takenFolder: string): Promise<Uint8Array> {
  const source = path.join(folder, name);
  try {
    await makeFolder(takenFolder);
    await dropOld(takenFolder);
    const copy = path.join(takenFolder, `${Date.now()}-${path.basename(name).slice(-100)}`);
    if ((await lstat(source)).size > LARGEST) {
      await copyFile(source, copy);
      await rm(source);
      throw new HostError('answer-too-large', name);
    }
    const bytes = new Uint8Array(await readFile(source));
    await replaceFile(copy, bytes);
    await rm(source);
    return bytes;
  } catch (error) {
    throw asDiskError(error);
  }
}

async function dropOld(takenFolder: string): Promise<void> {
  for (const name of await readdir(takenFolder)) {
    const file = path.join(takenFolder, name);
    if (Date.now() - (await lstat(file)).mtimeMs > KEEP_TAKEN_MS) await rm(file, { force: true });
  }
}
