import { onTestFinished } from 'vitest';
import { dialogPrinter } from '../../electron/host/printing.ts';
import { createHost } from '../../electron/host/services.ts';
import { readSettings } from '../../electron/host/settings.ts';
import type { Host } from '../../shared/host/contract.ts';
import { freshDisk } from '../fakes/memory-disk.ts';
import { memoryHost } from '../fakes/memory-host.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A machine whose program can be ended and started again on the same disk. */
export interface Machine {
  readonly host: () => Host;
  readonly restart: () => Promise<void>;
}

export function realMachine(): Machine {
  const settings = readSettings('demo', { TRAM_DATA_DIR: temporaryFolder(), TRAM_RESERVE_MB: '1' });
  const start = () =>
    createHost({
      target: 'web',
      version: '0.0.0',
      settings,
      printer: dialogPrinter,
      onEvent: () => undefined,
    });
  let running = start();
  onTestFinished(() => running.close());
  const restart = async () => {
    await running.close();
    running = start();
  };
  return { host: () => running.host, restart };
}

export function memoryMachine(): Machine {
  const disk = freshDisk();
  let host = memoryHost({ disk, now: Date.now });
  const restart = async () => {
    host = memoryHost({ disk, now: Date.now });
  };
  return { host: () => host, restart };
}
