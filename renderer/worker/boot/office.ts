import type { ApplyContext } from '../../../shared/domain/apply-context.ts';
import type { PackSet } from '../../../shared/domain/packs/pack-set.ts';
import type { Host, Workspace } from '../../../shared/host/contract.ts';
import type { Clock, Digest, IdSource, Verifier } from '../../../shared/ports.ts';
import type { Sighting } from '../clock/clock-trust.ts';
import type { Writer } from '../commands/writer.ts';
import type { ClerkKeys, MachineKeys } from '../keys/key-ring.ts';
import type { VaultFile } from '../keys/vault-file.ts';
import type { ReopenableStore } from '../store/reopenable-store.ts';
import type { Shelf } from '../views/shelf.ts';

/** The world around the worker. */
export interface WorldPorts {
  readonly host: Host;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly digest: Digest;
  readonly verifier: Verifier;
}

/**
 * The opened workspace: what commands, verdicts and views share from the first unlock until suspend or exit.
 * `changed` is called after every commit with what may look different now.
 */
export interface Office extends WorldPorts {
  readonly workspace: Workspace;
  readonly vault: VaultFile;
  readonly machine: MachineKeys;
  readonly store: ReopenableStore;
  readonly packs: PackShelf;
  readonly writer: Writer;
  readonly shelf: Shelf;
  readonly changed: () => void;
  /** an act has been written down and waits to be sent */
  readonly workWaits: () => void;
  /** a record may stand in the journal that the database does not hold; replayed before the next write */
  readonly behind: { value: boolean };
  /** the last word of the province about the time, in this run; forgotten over a suspend */
  readonly sighting: { value: Sighting | undefined };
}

export interface PackShelf {
  readonly all: readonly PackSet[];
  readonly byHash: (hash: string) => PackSet | undefined;
  /** the set that rules a reception at this moment, undefined when none does */
  readonly at: (instant: string) => PackSet | undefined;
}

/** An office with a clerk at the counter. */
export interface Counter {
  readonly office: Office;
  readonly clerk: ClerkKeys;
}

/** What the rules may look at while something is applied at the counter. */
export const applyContext = (office: Pick<Office, 'packs' | 'shelf'>): ApplyContext => ({
  packSet: office.packs.byHash,
  dossierByProvisionalCode: office.shelf.ownerOfProvisionalCode,
  movedElsewhere: () => false,
});
