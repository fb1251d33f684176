import type { AttachmentRecord, OperationRecord } from '../../../renderer/worker/store/rows.ts';
import { freshDisk, type MemoryDisk } from '../../fakes/memory-disk.ts';
import { freshDatabase, type MemoryDatabase } from '../../fakes/memory-work-store.ts';
import { CounterWindow, type WindowWorld } from './counter-window.ts';
import type { Oracle } from './oracle.ts';

/** A copy of both disks of a machine, as somebody's imaging program makes it. */
interface Copy {
  readonly disk: MemoryDisk;
  readonly tables: MemoryDatabase['tables'];
  readonly acts: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
}

export const PIN = '135790';

/** One workstation: its disks outlive the windows on it. */
export class CounterMachine {
  disk = freshDisk();
  readonly database = freshDatabase();
  clockOffset = 0;
  window: CounterWindow | undefined;
  /** the last start came through: only then may another disk fail, the machine promises to survive one at a time */
  whole = true;
  /** pressed without knowing what came of it: pressed again after the restart */
  readonly pressed = new Map<string, () => Promise<void>>();
  private copy: Copy | undefined;

  constructor(
    readonly number: number,
    private readonly world: Omit<WindowWorld, 'disk' | 'database' | 'wall'>,
    private readonly oracle: Oracle,
  ) {}

  readonly wall = (): number => this.world.schedule.now + this.clockOffset;

  /** Opens a window; what ran before is dead. */
  open(): CounterWindow {
    this.window?.die();
    const { disk, database, wall } = this;
    this.window = new CounterWindow({ ...this.world, disk, database, wall });
    return this.window;
  }

  makeCopy(): void {
    const acts = new Set([...this.oracle.acts.keys()]);
    const files = new Set([...this.oracle.files.keys()]);
    this.copy = { disk: structuredClone(this.disk), tables: this.database.tables, acts, files };
  }

  /** Something happens to the disks while no window is open; answers what. */
  misfortune(): string {
    const { faults } = this.world;
    const { copy } = this;
    if (!this.whole) return 'nothing';
    if (faults.strikes('storeEmptied')) {
      this.database.tables = freshDatabase().tables;
      return 'store emptied';
    }
    if (!copy) return 'nothing';
    if (faults.strikes('storeOlder')) {
      this.database.tables = copy.tables;
      return 'store older';
    }
    if (faults.strikes('hostFolderOlder')) {
      this.putBackFolder(copy, Math.max(copy.disk.witness, this.disk.witness));
      this.oracle.filesGone(this.number, copy.files);
      return 'host folder older';
    }
    const older = faults.strikes('machineOlder');
    if (!older && !faults.strikes('machineCloned')) return 'nothing';
    this.putBackFolder(copy, older ? Math.max(copy.disk.witness, this.disk.witness) : copy.disk.witness);
    this.database.tables = copy.tables;
    this.oracle.diskGone(this.number, copy.acts, copy.files);
    if (!older) this.oracle.cloned.add(this.number);
    return older ? 'machine older' : 'machine cloned';
  }

  /** The row that a command has left in the database, in its clear columns. */
  rowOfCommand(command: string): OperationRecord | undefined {
    const rows = [...(this.database.tables.get('operations')?.values() ?? [])] as OperationRecord[];
    return rows.find((row) => row.command === command);
  }

  /** Files a dossier names on this machine, the slip included, and whether their bytes are on the disk. */
  filesOfDossier(dossier: string | undefined): readonly { sha256: string; whole: boolean }[] {
    const rows = [...(this.database.tables.get('attachments')?.values() ?? [])] as AttachmentRecord[];
    return rows
      .filter((row) => row.dossier === dossier)
      .map(({ sha256, id }) => ({ sha256, whole: this.disk.blobs.get(id)?.whole === true }));
  }

  /** The up-only witness lies apart from the folder; it stays unless the whole machine was imaged. */
  private putBackFolder(copy: Copy, witness: number): void {
    const { printed } = this.disk;
    this.disk = { ...structuredClone(copy.disk), witness, printed };
  }
}
