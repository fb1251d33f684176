import { createHash } from 'node:crypto';
import type { Host, Workspace } from '../../shared/host/contract.ts';
import { HostError } from '../../shared/host/host-error.ts';
import type { MemoryDisk } from './memory-disk.ts';
import { filesOf } from './memory-files.ts';

export interface MemoryHostOptions {
  readonly disk: MemoryDisk;
  readonly now: () => number;
  readonly monotonic?: () => number;
  readonly workspace?: Workspace;
  readonly request?: Host['request'];
}

const hex = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** The host without a disk: the same promises as electron/host, kept in memory. */
export function memoryHost({
  disk,
  now,
  monotonic = () => performance.now(),
  workspace = 'demo',
  request,
}: MemoryHostOptions): Host {
  const wall = (): number => {
    disk.lastSeen = Math.max(disk.lastSeen, now());
    return now();
  };
  return {
    info: async () => ({
      target: 'web',
      version: '0.0.0-test',
      workspace,
      machineSecret: false,
      printing: 'folder',
      scanFolder: true,
    }),
    offeredEnrolment: async () => undefined,
    ...vaultOf(disk),
    ...journalOf(disk),
    ...filesOf(disk),
    disk: async () => ({ freeBytes: 10 ** 12, state: disk.state }),
    clock: async () => {
      const { lastSeen } = disk;
      return { wall: wall(), monotonic: monotonic(), lastSeen };
    },
    request:
      request ??
      (async () => {
        throw new HostError('line-unreachable');
      }),
    chooseGateway: async () => undefined,
    scanCount: async () => disk.scans.length,
    scanTake: async () => {
      const scan = disk.scans.shift();
      if (!scan) return undefined;
      disk.taken.set(scan.name, scan.bytes);
      return { ...scan, taken: scan.name };
    },
    scanDone: async ({ taken }) => void disk.taken.delete(taken),
    print: async ({ name, pdf }) => {
      disk.printed.push({ name, pdf });
      return { via: 'folder' };
    },
    demoLine: async () => undefined,
    demoLineState: async () => 'online',
    provincePage: async () => 'http://127.0.0.1:47620/',
    demoLivedIn: async () => false,
    demoAct: async () => undefined,
    log: async () => undefined,
  };
}

function vaultOf(disk: MemoryDisk): Pick<Host, 'vaultRead' | 'vaultWrite' | 'vaultAttempt' | 'vaultOpened'> {
  return {
    vaultRead: async () => ({ file: disk.vault?.slice(), failedAttempts: disk.attempts }),
    vaultWrite: async (file) => {
      disk.vault = file.slice();
    },
    vaultAttempt: async () => {
      disk.attempts += 1;
      return { failedAttempts: disk.attempts, waitMs: disk.attempts > 5 ? 5000 : 0 };
    },
    vaultOpened: async () => {
      disk.attempts = 0;
    },
  };
}

function journalOf(
  disk: MemoryDisk,
): Pick<Host, 'journalHead' | 'journalAppend' | 'journalFind' | 'journalRead' | 'storeMark'> {
  return {
    journalHead: async () => ({
      count: disk.journal.length,
      hash: disk.journal.at(-1)?.hash ?? '0',
      witness: disk.witness,
      storeId: disk.storeId,
      tornBytes: disk.tornBytes,
    }),
    journalAppend: async ({ commandId, month, sealed, after }) => {
      const known = disk.journal.find((record) => record.commandId === commandId);
      if (known && Buffer.compare(known.sealed, sealed) === 0)
        return { index: known.index, hash: known.hash };
      if (known || after !== (disk.journal.at(-1)?.hash ?? '0')) throw new HostError('journal-moved');
      const index = disk.journal.length + 1;
      const hash = hex(disk.journal.at(-1)?.hash ?? '0', commandId, month, sealed);
      disk.tornBytes = 0;
      disk.journal.push({ index, commandId, month, sealed: sealed.slice(), hash });
      disk.witness = Math.max(disk.witness, index);
      return { index, hash };
    },
    journalFind: async (commandId) => disk.journal.find((record) => record.commandId === commandId),
    journalRead: async ({ from, limit }) => disk.journal.slice(from - 1, from - 1 + limit),
    storeMark: async (id) => {
      disk.storeId = id;
    },
  };
}
