import { err, ok } from '../../../shared/lib/result.ts';
import type { Answer } from '../api.ts';
import type { CoreParts } from '../boot/core-parts.ts';
import type { Delivery } from '../boot/delivery.ts';
import { fillShelf, openOffice } from '../boot/open-office.ts';
import type { Repair } from '../boot/recover.ts';
import { openDraftDesk } from '../commands/drafts.ts';
import { openVault } from '../keys/key-ring.ts';
import { decodeVault, type VaultFile } from '../keys/vault-file.ts';
import type { DoorState, OpenCounter } from './door-state.ts';
import { startProblem } from './start-problem.ts';

/** Tries a clerk's secret, counted on disk first; opens the office when it is the first since the start. */
export async function unlock(
  parts: CoreParts,
  delivery: Delivery,
  state: DoorState,
  set: (change: Partial<DoorState>) => void,
  clerk: string,
  secret: string,
): Promise<Answer<void>> {
  if (state.phase !== 'locked') return err({ code: 'not-locked' });
  const wait = Math.ceil((state.waitUntil - parts.clock.monotonic()) / 1000);
  if (wait > 0) return err({ code: 'secret-wait', detail: String(wait) });
  try {
    const { failedAttempts, waitMs } = await parts.host.vaultAttempt();
    const vault = state.office ? state.office.vault : await freshVault(parts, state);
    const opened = await openVault(vault, clerk, secret, parts.host);
    if (!opened.ok) {
      set({ failedAttempts, waitUntil: parts.clock.monotonic() + waitMs });
      return err({ code: opened.error, detail: String(failedAttempts) });
    }
    await parts.host.vaultOpened();
    return await openCounter(parts, delivery, state, set, opened.value);
  } catch (error) {
    const problem = startProblem(error);
    set({ phase: 'failed', problem });
    await parts.host.log({ level: 'error', code: problem.code, detail: String(error).slice(0, 300) });
    return err(problem);
  }
}

/** The vault as it is on disk now: month keys may have been added since the start. */
async function freshVault(parts: CoreParts, state: DoorState): Promise<VaultFile> {
  const { file } = await parts.host.vaultRead();
  const vault = file && decodeVault(file);
  if (!vault?.ok) throw new Error('vault vanished');
  state.vault = vault.value;
  return vault.value;
}

async function openCounter(
  parts: CoreParts,
  delivery: Delivery,
  state: DoorState,
  set: (change: Partial<DoorState>) => void,
  keys: Extract<Awaited<ReturnType<typeof openVault>>, { ok: true }>['value'],
): Promise<Answer<void>> {
  let repaired: Repair | undefined;
  let { office } = state;
  if (!office && state.info && state.vault) {
    const { workspace } = state.info;
    const opened = await openOffice(parts, workspace, state.vault, keys.machine, {
      changed: () => set({}),
      workWaits: delivery.workWaits,
    });
    office = opened.office;
    repaired = opened.repaired;
    state.office = office;
    delivery.begin(office);
  }
  if (!office) throw new Error('no office');
  const opened = office;
  repaired = (await opened.writer.run(() => fillShelf(opened))) ?? repaired;
  const desk = await openDraftDesk({ office, clerk: keys.clerk });
  const counter: OpenCounter = { office, clerk: keys.clerk, desk };
  // another window took over while this one was being opened: what was opened is closed again behind it
  if (state.phase === 'failed') {
    set({ counter });
    return err({ code: 'taken-over' });
  }
  set({ counter, phase: 'open', failedAttempts: 0, waitUntil: 0, repaired, problem: undefined });
  return ok(undefined);
}
