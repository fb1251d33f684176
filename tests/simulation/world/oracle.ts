/** An act as the clerk experienced it. */
export interface Act {
  readonly device: number;
  readonly kind: 'receive' | 'amend' | 'forward' | 'returnResult';
  /** `done` = shown as done; `unknown` = the window died or could not say */
  state: 'done' | 'unknown';
  operation?: string;
  entity?: string;
  /** on paper in the citizen's hand */
  code?: string;
  /** the only copies of it were on a disk that is gone */
  diskGone: boolean;
}

/** What the outside of the machines knows: acts shown as done, slips printed, disks lost. Asked when all is quiet again. */
export class Oracle {
  /** by command id, in the order they were done */
  readonly acts = new Map<string, Act>();
  /** contents handed to a machine → whether their disk is gone */
  readonly files = new Map<string, { readonly device: number; diskGone: boolean }>();
  /** machines put back with their witness, too: nobody can notice before the province does */
  readonly cloned = new Set<number>();

  /** A slip is a file of its act; the machine's disk may be gone with either. */
  isGone(sha256: string): boolean {
    return this.files.get(sha256)?.diskGone ?? false;
  }

  /** What a machine has written since a copy of it was made is gone with its disk. */
  diskGone(device: number, acts: ReadonlySet<string>, files: ReadonlySet<string>): void {
    for (const [id, act] of this.acts) if (act.device === device && !acts.has(id)) act.diskGone = true;
    this.filesGone(device, files);
  }

  filesGone(device: number, kept: ReadonlySet<string>): void {
    for (const [hash, file] of this.files)
      if (file.device === device && !kept.has(hash)) file.diskGone = true;
  }
}
