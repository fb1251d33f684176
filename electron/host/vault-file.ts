import path from 'node:path';
import type { Host } from '../../shared/host/contract.ts';
import { HostError } from '../../shared/host/host-error.ts';
import { makeFolder, readIfThere, replaceFile } from './durable/atomic-file.ts';
import { serialQueue } from './durable/serial-queue.ts';

/** Protection by the operating system (safeStorage); absent where the machine has none. */
export interface MachineSecret {
  readonly seal: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** rejects when this machine or user is not the one that sealed; `stale` = seal again with the present key */
  readonly open: (bytes: Uint8Array) => Promise<{ readonly bytes: Uint8Array; readonly stale: boolean }>;
}

const MAGIC = Buffer.from('TRAMVLT');
const VERSION = 1;
const HEAD = MAGIC.length + 2;
const PLAIN = 0;
const MACHINE = 1;
/** tries before the clerk has to wait, then 5 s doubling up to 5 minutes */
const FREE_TRIES = 5;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;

export type VaultFile = Pick<Host, 'vaultRead' | 'vaultWrite' | 'vaultAttempt' | 'vaultOpened'>;

/**
 * The vault on disk: "TRAMVLT", version byte 1, layer byte (0 none, 1 machine secret), body. Written by replacement, the
 * former file kept as `.old` and read when the present one is missing or unreadable.
 */
export function createVaultFile(folder: string, machine: MachineSecret | undefined): VaultFile {
  const queue = serialQueue();
  const file = path.join(folder, 'vault');
  const attempts = path.join(folder, 'attempts');
  return {
    vaultRead: () =>
      queue(async () => ({
        file: await readVault(file, machine),
        failedAttempts: await readAttempts(attempts),
      })),
    vaultWrite: (bytes) =>
      queue(async () => {
        await makeFolder(folder);
        const former = await readIfThere(file);
        if (former && isVault(former)) await replaceFile(`${file}.old`, former);
        await replaceFile(file, await wrapped(bytes, machine));
      }),
    vaultAttempt: () =>
      queue(async () => {
        await makeFolder(folder);
        const failedAttempts = (await readAttempts(attempts)) + 1;
        await replaceFile(attempts, Buffer.from(String(failedAttempts)));
        return { failedAttempts, waitMs: waitAfter(failedAttempts) };
      }),
    vaultOpened: () =>
      queue(async () => {
        await makeFolder(folder);
        await replaceFile(attempts, Buffer.from('0'));
      }),
  };
}

async function readVault(file: string, machine: MachineSecret | undefined): Promise<Uint8Array | undefined> {
  const present = await readIfThere(file);
  const former = await readIfThere(`${file}.old`);
  const chosen = [present, former].find((bytes) => bytes !== undefined && isVault(bytes));
  if (chosen) return unwrapped(chosen, file, machine);
  if (present || former) throw new HostError('vault-damaged', 'head');
  return undefined;
}

const isVault = (bytes: Uint8Array) =>
  bytes.byteLength > HEAD &&
  MAGIC.equals(bytes.subarray(0, MAGIC.length)) &&
  bytes[MAGIC.length] === VERSION &&
  (bytes[MAGIC.length + 1] === PLAIN || bytes[MAGIC.length + 1] === MACHINE);

async function wrapped(bytes: Uint8Array, machine: MachineSecret | undefined): Promise<Uint8Array> {
  const body = machine ? await machine.seal(bytes) : bytes;
  return Buffer.concat([MAGIC, Buffer.from([VERSION, machine ? MACHINE : PLAIN]), body]);
}

async function unwrapped(
  vault: Uint8Array,
  file: string,
  machine: MachineSecret | undefined,
): Promise<Uint8Array> {
  const body = vault.slice(HEAD);
  if (vault[MAGIC.length + 1] === PLAIN) return body;
  if (!machine) throw new HostError('machine-secret-lost', 'none');
  const opened = await machine.open(body).catch(() => {
    throw new HostError('machine-secret-lost', 'refused');
  });
  if (opened.stale) await replaceFile(file, await wrapped(opened.bytes, machine));
  return opened.bytes;
}

/** An unreadable count is taken as the last free try: neither a lock-out nor a fresh start for somebody who spoilt it. */
async function readAttempts(file: string): Promise<number> {
  const bytes = await readIfThere(file);
  if (!bytes) return 0;
  const text = Buffer.from(bytes).toString('ascii');
  return /^\d{1,6}$/.test(text) ? Number(text) : FREE_TRIES;
}

const waitAfter = (failed: number) =>
  failed <= FREE_TRIES ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (failed - FREE_TRIES - 1), LONGEST_WAIT_MS);
