import { err, ok } from '../../../shared/lib/result.ts';
import type { Answer, SessionView } from '../api.ts';
import type { CoreParts } from '../boot/core-parts.ts';
import type { Delivery } from '../boot/delivery.ts';
import type { Office } from '../boot/office.ts';
import { databaseName } from '../boot/open-office.ts';
import { createWriter } from '../commands/writer.ts';
import { decodeVault, type VaultFile } from '../keys/vault-file.ts';
import { closedDoor, type DoorState, type HostInfo, type OpenCounter } from './door-state.ts';
import { sessionView } from './session-view.ts';
import { startProblem } from './start-problem.ts';
import { unlock } from './unlock.ts';

/** cửa vào — from start over enrolment and lock to an open counter, and back. */
export interface Door {
  readonly start: () => Promise<void>;
  /** resolves when the start has ended, well or not */
  readonly started: () => Promise<void>;
  readonly info: () => HostInfo;
  readonly view: () => SessionView;
  /** the clerk at the counter; undefined while locked */
  readonly counter: () => OpenCounter | undefined;
  /** the opened office, also while the screen is locked */
  readonly office: () => Office | undefined;
  readonly enrolled: (vault: VaultFile) => void;
  readonly unlock: (clerk: string, secret: string) => Promise<Answer<void>>;
  /** drops the clerk and everything opened; delivery goes on */
  readonly lock: () => Promise<void>;
  /** suspend, exit, another window: every key goes */
  readonly dropKeys: () => Promise<void>;
  readonly takeOver: () => Promise<Answer<void>>;
}

/** Opens and closes; starts nothing before `start`. */
export function createDoor(parts: CoreParts, delivery: Delivery, changed: () => void): Door {
  const state: DoorState = { ...closedDoor };
  let starting: Promise<void> | undefined;
  // opening and closing never overlap: two offices at once would be two queues of writing
  const turns = createWriter();
  const set = (change: Partial<DoorState>): void => {
    Object.assign(state, change);
    changed();
  };

  const start = async (takeOver = false): Promise<void> => {
    try {
      state.info ??= await parts.host.info();
      const { workspace } = state.info;
      if (!(await parts.claimWindow(workspace, takeOver, lost)))
        return set({ phase: 'failed', problem: { code: 'other-window' } });
      const { file, failedAttempts } = await parts.host.vaultRead();
      if (!file) return set({ phase: 'enrolment', problem: undefined });
      const vault = decodeVault(file);
      if (!vault.ok) return set({ phase: 'failed', problem: { code: vault.error } });
      await rememberWaiting(parts, delivery, workspace);
      set({ phase: 'locked', vault: vault.value, failedAttempts, problem: undefined });
    } catch (error) {
      set({ phase: 'failed', problem: startProblem(error) });
    }
  };

  const dropKeys = async (): Promise<void> => {
    state.closing = true;
    await turns.run(async () => {
      await closeOffice(state, delivery).finally(() => {
        state.closing = false;
      });
      set({ office: undefined, counter: undefined, phase: state.phase === 'open' ? 'locked' : state.phase });
    });
  };

  /** Another window takes over: resolves when this one writes nothing any more; delivery and keys end behind it. */
  const lost = async (): Promise<void> => {
    set({ phase: 'failed', problem: { code: 'taken-over' } });
    await turns.idle();
    await stopWriting(state);
    dropKeys().catch(parts.onBug);
  };

  return {
    start: () => {
      starting ??= start();
      return starting;
    },
    started: () => starting ?? Promise.resolve(),
    info: () => {
      if (!state.info) throw new Error('not started');
      return state.info;
    },
    view: () => sessionView(state),
    counter: () => (state.closing ? undefined : state.counter),
    office: () => state.office,
    enrolled: (vault) => set({ phase: 'locked', vault, failedAttempts: 0, problem: undefined }),
    unlock: (clerk, secret) => turns.run(() => unlock(parts, delivery, state, set, clerk, secret)),
    lock: async () => {
      await forgetOpened(state);
      set({ counter: undefined, phase: state.phase === 'open' ? 'locked' : state.phase });
    },
    dropKeys,
    takeOver: async () => {
      await start(true);
      return state.problem ? err(state.problem) : ok(undefined);
    },
  };
}

async function stopWriting({ counter, office }: DoorState): Promise<void> {
  await counter?.desk.settle();
  await office?.writer.close();
}

async function forgetOpened({ counter, office }: DoorState): Promise<void> {
  await counter?.desk.settle();
  office?.shelf.clear();
}

/** Ends delivery and everything that writes, then closes the database. */
async function closeOffice({ counter, office }: DoorState, delivery: Delivery): Promise<void> {
  await counter?.desk.settle();
  await delivery.end();
  if (!office) return;
  await office.writer.idle();
  await delivery.remember(office.store).catch(() => undefined);
  office.shelf.clear();
  office.store.close();
}

/** The lock screen says how much waits; a database that does not open is told at the unlock. */
async function rememberWaiting(parts: CoreParts, delivery: Delivery, workspace: string): Promise<void> {
  try {
    const store = await parts.openStore(databaseName(workspace));
    await delivery.remember(store);
    store.close();
  } catch {
    return;
  }
}
