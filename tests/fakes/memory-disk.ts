import type { JournalRecord } from '../../shared/host/contract.ts';

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
