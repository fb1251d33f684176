import { createHash } from 'node:crypto';
import type { Host, JournalRecord, Workspace } from '../../shared/host/contract.ts';
import { HostError } from '../../shared/host/host-error.ts';

/** What a test may look at and spoil: the "disk" of a machine, which outlives every window and worker. */
export interface MemoryDisk {
  vault: Uint8Array | undefined;
  attempts: number;
  journal: JournalRecord[];
  witness: number;
  storeId: string | undefined;
  readonly drafts: Map<string, Uint8Array>;
  readonly blobs: Map<string, { chunks: Map<number, Uint8Array>; whole: boolean }>;
  lastSeen: number;
  readonly printed: { name: string; pdf: Uint8Array }[];
  readonly scans: { name: string; bytes: Uint8Array }[];
  /** clear copies of scans that were handed out and not yet spoken of */
  readonly taken: Map<string, Uint8Array>;
  state: 'ok' | 'no-attachments' | 'no-actions';
  /** bytes of an unfinished last record that a power cut has left */
  tornBytes: number;
}

export const freshDisk = (): MemoryDisk => ({
  vault: undefined,
  attempts: 0,
  journal: [],
  witness: 0,
  storeId: undefined,
  drafts: new Map(),
  blobs: new Map(),
  lastSeen: 0,
  printed: [],
  scans: [],
  taken: new Map(),
  state: 'ok',
  tornBytes: 0,
});

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

function filesOf(
  disk: MemoryDisk,
): Pick<
  Host,
  'draftWrite' | 'draftRead' | 'draftClear' | 'blobWrite' | 'blobCommit' | 'blobRead' | 'blobStat'
> {
  return {
    draftWrite: async (slot, sealed) => void disk.drafts.set(slot, sealed.slice()),
    draftRead: async (slot) => disk.drafts.get(slot),
    draftClear: async (slot) => void disk.drafts.delete(slot),
    blobWrite: async ({ id, index, sealed }) => {
      const blob = disk.blobs.get(id) ?? { chunks: new Map<number, Uint8Array>(), whole: false };
      blob.chunks.set(index, sealed.slice());
      disk.blobs.set(id, blob);
    },
    blobCommit: async ({ id, count }) => {
      const blob = disk.blobs.get(id);
      if (blob?.chunks.size !== count) throw new HostError('file-missing', id);
      blob.whole = true;
    },
    blobRead: async ({ id, index }) => {
      const blob = disk.blobs.get(id);
      const chunk = blob?.whole ? blob.chunks.get(index) : undefined;
      if (!chunk) throw new HostError('file-missing', id);
      return chunk;
    },
    blobStat: async (id) => {
      const blob = disk.blobs.get(id);
      if (!blob?.whole) return undefined;
      const bytes = [...blob.chunks.values()].reduce((sum, chunk) => sum + chunk.byteLength, 0);
      return { count: blob.chunks.size, bytes };
    },
  };
}
