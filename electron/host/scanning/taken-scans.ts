import { copyFile, lstat, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Host } from '../../../shared/host/contract.ts';
import { HostError } from '../../../shared/host/host-error.ts';
import { makeFolder, replaceFile } from '../durable/atomic-file.ts';
import { asDiskError } from '../durable/disk-error.ts';

type Scan = NonNullable<Awaited<ReturnType<Host['scanTake']>>>;

/** Scans that left the scan folder and are not yet sealed: clear copies, which live as short as can be without losing one. */
interface TakenScans {
  /** copies nobody is working on (any more), oldest first */
  readonly left: () => Promise<readonly string[]>;
  /** moves a file out of the scan folder */
  readonly take: (source: string) => Promise<Scan>;
  readonly again: (taken: string) => Promise<Scan>;
  readonly done: Host['scanDone'];
}

const LARGEST = 64_000_000;
/** a copy handed out and not spoken of for so long was in a window that is gone */
const IN_HAND_MS = 60_000;

/** `folder` belongs to the workspace, `asideFolder` to the clerk. */
export function createTakenScans(folder: string, asideFolder: string): TakenScans {
  const inHand = new Map<string, number>();
  const handOut = (taken: string, name: string, bytes: Uint8Array): Scan => {
    inHand.set(taken, performance.now());
    return { name, bytes, taken };
  };
  return {
    left: async () => {
      const names = await readdir(folder).catch(() => []);
      // a copy that a power cut left unfinished; its original is still in the scan folder
      for (const name of names) if (name.endsWith('.tmp')) await rm(path.join(folder, name), { force: true });
      const busy = (name: string) =>
        performance.now() - (inHand.get(name) ?? Number.NEGATIVE_INFINITY) < IN_HAND_MS;
      return names.filter((name) => /^\d+-(?!.*\.tmp$)/.test(name) && !busy(name)).sort();
    },
    take: (source) =>
      orDiskError(async () => {
        const name = path.basename(source);
        if ((await lstat(source)).size > LARGEST) {
          await setAside(source, asideFolder, name);
          throw new HostError('answer-too-large', name);
        }
        await makeFolder(folder);
        const taken = `${Date.now()}-${name.slice(-100)}`;
        const bytes = new Uint8Array(await readFile(source));
        await replaceFile(path.join(folder, taken), bytes);
        await rm(source);
        return handOut(taken, name, bytes);
      }),
    again: (taken) =>
      orDiskError(async () => {
        const bytes = new Uint8Array(await readFile(path.join(folder, taken)));
        return handOut(taken, taken.replace(/^\d+-/, ''), bytes);
      }),
    done: ({ taken, sealed }) =>
      orDiskError(async () => {
        if (path.basename(taken) !== taken) throw new HostError('arguments-invalid', 'taken');
        const copy = path.join(folder, taken);
        if (sealed) await rm(copy, { force: true });
        else await setAside(copy, asideFolder, taken);
        inHand.delete(taken);
      }),
  };
}

/** Copied first, because the two folders may lie on different disks. */
async function setAside(source: string, asideFolder: string, name: string): Promise<void> {
  await makeFolder(asideFolder);
  await copyFile(source, path.join(asideFolder, name));
  await rm(source);
}

async function orDiskError<T>(job: () => Promise<T>): Promise<T> {
  try {
    return await job();
  } catch (error) {
    throw asDiskError(error);
  }
}
