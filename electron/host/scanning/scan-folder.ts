import { type FSWatcher, watch } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Host } from '../../../shared/host/contract.ts';
import { serialQueue } from '../durable/serial-queue.ts';
import { createTakenScans } from './taken-scans.ts';

export type ScanFolder = Pick<Host, 'scanCount' | 'scanTake' | 'scanDone'> & { readonly close: () => void };

const POLL_MS = 500;
const SETTLED_MS = 1_000;
/** a scanner that has only made the file yet; after this long an empty file is what it is */
const EMPTY_SETTLED_MS = 5_000;
/** folder inside the scan folder for what could not be taken; folders themselves never count as scans */
const SET_ASIDE = 'khong-nhan';
const UNFINISHED = /^[.~]|\.(tmp|temp|part|partial|crdownload|download|lock)$/i;

interface Seen {
  readonly size: number;
  readonly modifiedAt: number;
  /** monotonic */
  readonly since: number;
}

/**
 * Watches the folder a scanner writes into. A file counts when its size has not changed for a second, nobody else holds
 * it and its name is not a temporary one; copies that were handed out and never spoken of count before them. `onChange` hears
 * the number of waiting files whenever it changes.
 */
export function createScanFolder(
  folder: string | undefined,
  takenFolder: string,
  onChange: (count: number) => void,
): ScanFolder {
  if (folder === undefined) return noScanFolder;
  const queue = serialQueue();
  const seen = new Map<string, Seen>();
  const taken = createTakenScans(takenFolder, path.join(folder, SET_ASIDE));
  let told = 0;
  const look = () =>
    queue(async () => {
      const left = await taken.left();
      const names = await settledNames(folder, seen);
      const count = left.length + names.length;
      if (count !== told) {
        told = count;
        onChange(told);
      }
      return { left, names, count };
    });
  const watcher = watchQuietly(folder, look);
  const timer = setInterval(() => void look().catch(() => undefined), POLL_MS);
  timer.unref();
  return {
    scanCount: async () => (await look()).count,
    scanTake: async () => {
      const {
        left: [again],
        names: [name],
      } = await look();
      if (again === undefined && name === undefined) return undefined;
      const scan = await queue(() =>
        again === undefined ? taken.take(path.join(folder, name ?? '')) : taken.again(again),
      );
      await look();
      return scan;
    },
    scanDone: (done) => queue(() => taken.done(done)),
    close: () => {
      clearInterval(timer);
      watcher?.close();
    },
  };
}

const noScanFolder: ScanFolder = {
  scanCount: async () => 0,
  scanTake: async () => undefined,
  scanDone: async () => undefined,
  close: () => undefined,
};

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
