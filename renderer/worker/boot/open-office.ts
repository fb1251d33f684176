import type { Workspace } from '../../../shared/host/contract.ts';
import { createWriter } from '../commands/writer.ts';
import type { MachineKeys } from '../keys/key-ring.ts';
import { SealBroken } from '../keys/seal.ts';
import type { VaultFile } from '../keys/vault-file.ts';
import { searchDatabaseName } from '../search/dexie-snapshot-store.ts';
import { createKeptSearch } from '../search/kept-search.ts';
import type { SearchPorts } from '../search/web-search.ts';
import type { FoldedDossier } from '../store/folded-dossier.ts';
import { type ReopenableStore, reopenable } from '../store/reopenable-store.ts';
import { openRow } from '../store/sealed-row.ts';
import type { WorkStore } from '../store/work-store.ts';
import { createShelf } from '../views/shelf.ts';
import type { Office, WorldPorts } from './office.ts';
import { openPacks } from './open-packs.ts';
import { type Repair, rebuild, recover } from './recover.ts';

export interface OfficeParts extends WorldPorts {
  readonly openStore: (name: string) => Promise<WorkStore>;
  readonly search: SearchPorts;
}

/** One working database per workspace. */
export const databaseName = (workspace: string): string => `tram-${workspace}-work`;

/** Opens database and rules with the machine's keys and makes the database agree with the journal. */
export async function openOffice(
  parts: OfficeParts,
  workspace: Workspace,
  vault: VaultFile,
  machine: MachineKeys,
  news: Pick<Office, 'changed' | 'workWaits'>,
): Promise<{ office: Office; repaired: Repair | undefined }> {
  const { host, clock, ids, digest, verifier } = parts;
  const store = await openedStore(parts, databaseName(workspace));
  const office: Office = {
    host,
    clock,
    ids,
    digest,
    verifier,
    workspace,
    vault,
    machine,
    store,
    packs: await openPacks(parts, machine),
    writer: createWriter(),
    shelf: createShelf(openSearch(parts, workspace, machine)),
    ...news,
    behind: { value: false },
    sighting: { value: undefined },
  };
  return { office, repaired: await recover(office) };
}

const openSearch = ({ search, clock, ids }: OfficeParts, workspace: string, { dataKey }: MachineKeys) =>
  createKeptSearch({
    store: search.store(searchDatabaseName(workspace)),
    key: dataKey,
    workspace,
    freshName: () => ids.randomHex(8),
    slicing: { now: clock.monotonic, rest: search.rest },
    later: search.later,
  });

/** The database could not be opened at all; the journal on the host still holds everything. */
export class StoreUnopenable extends Error {
  override readonly name = 'StoreUnopenable';
}

async function openedStore(parts: OfficeParts, name: string): Promise<ReopenableStore> {
  try {
    return await reopenable(() => parts.openStore(name));
  } catch (error) {
    throw new StoreUnopenable(error instanceof Error ? error.name : 'unknown');
  }
}

/** Opens every dossier for the clerk. Rows that do not open any more are made anew from the journal. */
export async function fillShelf(office: Office): Promise<Repair | undefined> {
  try {
    await openRows(office);
    return undefined;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    office.shelf.clear();
    const count = await office.writer.run(() => rebuild(office));
    await openRows(office);
    return { code: 'store-rebuilt', count };
  }
}

async function openRows(office: Office): Promise<void> {
  office.shelf.open();
  for (const row of await office.store.all('dossiers'))
    office.shelf.put(await openRow<FoldedDossier>(office.machine.dataKey, 'dossiers', row));
  office.shelf.filled();
}
