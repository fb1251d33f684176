import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Host, HostEvent } from '../../shared/host/contract.ts';
import { createBlobs } from './blobs.ts';
import { createDisk } from './disk.ts';
import { createDrafts } from './drafts.ts';
import { createGatewayLine } from './gateway/gateway-line.ts';
import { createHostClock } from './host-clock.ts';
import { createHostLog } from './host-log.ts';
import { createJournal } from './journal/journal.ts';
import { folderPrinter, type Printer } from './printing.ts';
import { createScanFolder } from './scanning/scan-folder.ts';
import type { HostSettings } from './settings.ts';
import { createVaultFile, type MachineSecret, type VaultFile } from './vault-file.ts';
import { lockWorkspace } from './workspace-lock.ts';

export interface HostOptions {
  readonly target: 'desktop' | 'web';
  readonly version: string;
  readonly settings: HostSettings;
  readonly machineSecret?: MachineSecret;
  readonly printer: Printer;
  readonly openOutside?: (url: string) => Promise<void>;
  readonly onEvent: (event: HostEvent) => void;
}

export interface RunningHost {
  readonly host: Host;
  /** Waits for the journal's last write, releases the workspace. */
  readonly close: () => Promise<void>;
}

const NETWORK_LOOK_MS = 5_000;
const CLOCK_NOTE_MS = 60_000;

/** Composes the host of one workspace out of plain Node parts; throws WorkspaceBusy when another one runs there. */
export function createHost(options: HostOptions): RunningHost {
  const { settings, onEvent } = options;
  const { place } = settings;
  const at = (name: string) => path.join(place.host, name);
  mkdirSync(place.host, { recursive: true, mode: 0o700 });
  if (settings.scanFolder) mkdirSync(settings.scanFolder, { recursive: true });
  const release = lockWorkspace(place.host);
  const printer = settings.printFolder ? folderPrinter(settings.printFolder) : options.printer;
  const vault = createVaultFile(at('vault'), options.machineSecret);
  const hostClock = createHostClock(at('clock'));
  const { close: closeJournal, ...journal } = createJournal(at('journal'));
  const { close: closeScan, ...scan } = createScanFolder(settings.scanFolder, at('taken'), (count) =>
    onEvent({ type: 'scan', count }),
  );
  const timers = [
    watchNetwork(() => onEvent({ type: 'network' })),
    setInterval(() => void hostClock.clock().catch(() => undefined), CLOCK_NOTE_MS).unref(),
  ];
  const host: Host = {
    info: async () => describe(options, printer),
    ...vault,
    ...journal,
    ...createDrafts(at('drafts')),
    ...createBlobs(at('blobs')),
    ...createDisk({ folder: place.host, ...settings }),
    ...hostClock,
    ...lineOf(options, at('gateway'), vault),
    ...scan,
    print: (job) => printer.print(job),
    ...createHostLog(at('log')),
  };
  const close = async () => {
    for (const timer of timers) clearInterval(timer);
    closeScan();
    await closeJournal();
    release();
  };
  return { host, close };
}

const describe = ({ target, version, machineSecret, settings }: HostOptions, printer: Printer) => ({
  target,
  version,
  workspace: settings.place.workspace,
  machineSecret: machineSecret !== undefined,
  printing: printer.via,
  scanFolder: settings.scanFolder !== undefined,
});

const lineOf = ({ settings, openOutside, onEvent }: HostOptions, folder: string, vault: VaultFile) =>
  createGatewayLine({
    ...settings,
    workspace: settings.place.workspace,
    folder,
    isEnrolled: async () => (await vault.vaultRead()).file !== undefined,
    openOutside,
    onChange: () => onEvent({ type: 'network' }),
  });

/** Tells when addresses of this machine come or go: a hint to probe again, never a proof of a line. */
function watchNetwork(onChange: () => void): NodeJS.Timeout {
  const addresses = () =>
    Object.values(os.networkInterfaces())
      .flat()
      .map((one) => one?.address)
      .sort()
      .join(' ');
  let known = addresses();
  return setInterval(() => {
    const now = addresses();
    if (now === known) return;
    known = now;
    onChange();
  }, NETWORK_LOOK_MS).unref();
}
