import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { type Core, createCore } from '../../renderer/worker/boot/core.ts';
import type { CoreParts } from '../../renderer/worker/boot/core-parts.ts';
import { receiptPdf } from '../../renderer/worker/forms/receipt.ts';
import { markReprint } from '../../renderer/worker/forms/reprint.ts';
import { webDigest, webIds, webVerifier } from '../../renderer/worker/keys/web-crypto-ports.ts';
import { dexieSnapshotStore } from '../../renderer/worker/search/dexie-snapshot-store.ts';
import { webSearch } from '../../renderer/worker/search/web-search.ts';
import { openDexieWorkStore } from '../../renderer/worker/store/dexie-work-store.ts';
import type { Host } from '../../shared/host/contract.ts';
import { freshDisk, type MemoryDisk } from '../fakes/memory-disk.ts';
import { memoryHost } from '../fakes/memory-host.ts';
import { anEnrolmentFile } from './an-enrolment.ts';
import { formFonts } from './receipt.ts';

/** Cheap on purpose: the parameters stand in the vault like any others, so the product's path is the one that runs. */
const cheapKdf = { name: 'argon2id', version: 19, memoryKiB: 64, iterations: 1, parallelism: 1 } as const;

export const PIN = '135790';

/** A machine whose disk, database and clock the test holds; windows on it come and go. */
export interface Machine {
  readonly disk: MemoryDisk;
  readonly host: Host;
  /** the browser's databases; replace to lose them all */
  databases: IDBFactory;
  now: number;
  /** starts a worker as a freshly opened window would */
  readonly start: (change?: Partial<CoreParts>) => Core;
}

export function aMachine(hostChange: Partial<Host> = {}, workspace: 'demo' | 'office' = 'demo'): Machine {
  const disk = freshDisk();
  const machine: Machine = {
    disk,
    host: { ...memoryHost({ disk, now: () => machine.now, workspace }), ...hostChange },
    databases: new IDBFactory(),
    now: Date.parse('2026-11-23T02:15:00.000Z'),
    start: (change = {}) => createCore({ ...partsOf(machine), ...change }),
  };
  return machine;
}

function partsOf(machine: Machine): CoreParts {
  return {
    host: machine.host,
    clock: { now: () => machine.now, monotonic: () => performance.now() },
    ids: webIds,
    digest: webDigest,
    verifier: webVerifier,
    kdf: cheapKdf,
    openStore: (name) => openDexieWorkStore(name, { indexedDB: machine.databases, IDBKeyRange }),
    search: {
      ...webSearch,
      store: (name) => dexieSnapshotStore(name, { indexedDB: machine.databases, IDBKeyRange }),
    },
    makeReceipt: async ({ packs, ...rest }) =>
      receiptPdf(
        { ...rest, agency: packs.content.agency, demonstration: packs.content.demonstration },
        await formFonts(),
      ),
    markReprint: async (pdf, at) => markReprint(pdf, at, await formFonts()),
    claimWindow: async () => true,
    startEngine: () => ({
      kick: () => undefined,
      setSuspended: () => undefined,
      demoLineChanged: () => undefined,
      stop: async () => undefined,
    }),
    onBug: (error) => {
      throw error;
    },
  };
}

/** A machine enrolled for two clerks and opened by the first. */
export async function anOpenCounter(
  machine: Machine = aMachine(),
  change: Partial<CoreParts> = {},
): Promise<{ machine: Machine; core: Core }> {
  const core = machine.start(change);
  const file = await anEnrolmentFile();
  const secrets = ['lan.nt', 'minh.tv'].map((clerk) => ({ clerk, secret: PIN }));
  const enrolled = await core.call('enrol', { file, secrets });
  if (!enrolled.ok) throw new Error(`enrol: ${enrolled.error.code}`);
  await open(core);
  return { machine, core };
}

/** Opens an enrolled machine for a clerk. */
export async function open(core: Core, clerk = 'lan.nt', secret = PIN): Promise<void> {
  const unlocked = await core.call('unlock', { clerk, secret });
  if (!unlocked.ok) throw new Error(`unlock: ${unlocked.error.code} ${unlocked.error.detail ?? ''}`);
}

/** The present value of a view. */
export function seen<V extends Parameters<Core['subscribe']>[0]>(
  core: Core,
  view: V,
  params?: unknown,
): Promise<unknown> {
  return new Promise((resolve) => {
    const stop = core.subscribe(view, params as never, (value) => {
      queueMicrotask(() => stop());
      resolve(value);
    });
  });
}
