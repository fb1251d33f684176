import type { Host } from '../../../shared/host/contract.ts';
import { asHostError } from '../../../shared/host/host-error.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Answer, Problem, SessionView } from '../api.ts';
import { type DraftDesk, openDraftDesk } from '../commands/drafts.ts';
import { openVault } from '../keys/key-ring.ts';
import { SealBroken } from '../keys/seal.ts';
import { decodeVault, type VaultFile } from '../keys/vault-file.ts';
import type { CoreParts } from './core-parts.ts';
import type { Delivery } from './delivery.ts';
import type { Counter, Office } from './office.ts';
import { databaseName, fillShelf, openOffice, StoreUnopenable } from './open-office.ts';
import type { Repair } from './recover.ts';

type Info = Awaited<ReturnType<Host['info']>>;

/** A clerk at work: the opened office, her keys, her draft. */
export interface OpenCounter extends Counter {
  readonly desk: DraftDesk;
}

/** cửa vào — from start over enrolment and lock to an open counter, and back. */
export interface Door {
  readonly start: () => Promise<void>;
  /** resolves when the start has ended, well or not */
  readonly started: () => Promise<void>;
  readonly info: () => Info;
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

/** What the door knows; one mutable record, changed only here. */
interface State {
  phase: SessionView['phase'];
  info: Info | undefined;
  vault: VaultFile | undefined;
  office: Office | undefined;
  counter: OpenCounter | undefined;
  failedAttempts: number;
  waitUntil: number;
  repaired: Repair | undefined;
  problem: Problem | undefined;
}

const closed: State = {
  phase: 'starting',
  info: undefined,
  vault: undefined,
  office: undefined,
  counter: undefined,
  failedAttempts: 0,
  waitUntil: 0,
  repaired: undefined,
  problem: undefined,
};

export function createDoor(parts: CoreParts, delivery: Delivery, changed: () => void): Door {
  const state: State = { ...closed };
  let starting: Promise<void> | undefined;
  const set = (change: Partial<State>): void => {
    Object.assign(state, change);
    changed();
  };
  const fail = (error: unknown): void => set({ phase: 'failed', problem: problemOf(error) });

  const start = async (takeOver = false): Promise<void> => {
    try {
      const info = state.info ?? (await parts.host.info());
      state.info = info;
      const lost = (): void => {
        void dropKeys().then(() => set({ phase: 'failed', problem: { code: 'taken-over' } }));
      };
      if (!(await parts.claimWindow(info.workspace, takeOver, lost)))
        return set({ phase: 'failed', problem: { code: 'other-window' } });
      const { file, failedAttempts } = await parts.host.vaultRead();
      if (!file) return set({ phase: 'enrolment', problem: undefined });
      const vault = decodeVault(file);
      if (!vault.ok) return set({ phase: 'failed', problem: { code: vault.error } });
      await rememberWaiting(parts, delivery, info.workspace);
      set({ phase: 'locked', vault: vault.value, failedAttempts, problem: undefined });
    } catch (error) {
      fail(error);
    }
  };

  const dropKeys = async (): Promise<void> => {
    await closeOffice(state, delivery);
    set({ office: undefined, counter: undefined, phase: state.phase === 'open' ? 'locked' : state.phase });
  };

  return {
    start: () => {
      starting ??= start();
      return starting;
    },
    started: async () => {
      await starting;
    },
    info: () => {
      if (!state.info) throw new Error('not started');
      return state.info;
    },
    view: () => sessionView(state),
    counter: () => state.counter,
    office: () => state.office,
    enrolled: (vault) => set({ phase: 'locked', vault, failedAttempts: 0, problem: undefined }),
    unlock: (clerk, secret) => unlock(parts, delivery, state, set, clerk, secret),
    lock: async () => {
      await state.counter?.desk.settle();
      state.office?.shelf.clear();
      set({ counter: undefined, phase: state.phase === 'open' ? 'locked' : state.phase });
    },
    dropKeys,
    takeOver: async () => {
      await start(true);
      return state.problem ? err(state.problem) : ok(undefined);
    },
  };
}

/** Ends delivery and everything that writes, then closes the database. */
async function closeOffice({ counter, office }: State, delivery: Delivery): Promise<void> {
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

async function unlock(
  parts: CoreParts,
  delivery: Delivery,
  state: State,
  set: (change: Partial<State>) => void,
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
    await openCounter(parts, delivery, state, set, opened.value);
    return ok(undefined);
  } catch (error) {
    const problem = problemOf(error);
    set({ phase: 'failed', problem });
    await parts.host.log({ level: 'error', code: problem.code, detail: String(error).slice(0, 300) });
    return err(problem);
  }
}

/** The vault as it is on disk now: month keys may have been added since the start. */
async function freshVault(parts: CoreParts, state: State): Promise<VaultFile> {
  const { file } = await parts.host.vaultRead();
  const vault = file && decodeVault(file);
  if (!vault?.ok) throw new Error('vault vanished');
  state.vault = vault.value;
  return vault.value;
}

async function openCounter(
  parts: CoreParts,
  delivery: Delivery,
  state: State,
  set: (change: Partial<State>) => void,
  keys: Extract<Awaited<ReturnType<typeof openVault>>, { ok: true }>['value'],
): Promise<void> {
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
  set({ counter, phase: 'open', failedAttempts: 0, waitUntil: 0, repaired, problem: undefined });
}

function sessionView(state: State): SessionView {
  const { info, vault, counter } = state;
  return {
    phase: state.phase,
    workspace: info?.workspace ?? 'demo',
    target: info?.target ?? 'web',
    version: info?.version ?? '',
    office: vault?.office,
    clerks: (vault?.clerks ?? []).map(({ id, name }) => ({
      id,
      name,
      secret: vault?.secret ?? 'passphrase',
    })),
    clerk: counter && { id: counter.clerk.id, name: counter.clerk.name },
    failedAttempts: state.failedAttempts,
    repaired: state.repaired,
    problem: state.problem,
    scanFolder: info?.scanFolder ?? false,
    printing: info?.printing ?? 'dialog',
  };
}

/** A start that failed, as a code the clerk can read out. */
function problemOf(error: unknown): Problem {
  const known = asHostError(error);
  if (known) return { code: known.code, detail: known.detail };
  if (error instanceof StoreUnopenable) return { code: 'store-unopenable', detail: error.message };
  if (error instanceof SealBroken) return { code: 'journal-damaged', detail: error.message };
  return { code: 'start-failed', detail: error instanceof Error ? error.name : '' };
}
