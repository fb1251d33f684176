import type { Host } from '../../../shared/host/contract.ts';
import type { Problem, SessionView } from '../api.ts';
import type { Counter, Office } from '../boot/office.ts';
import type { Repair } from '../boot/recover.ts';
import type { DraftDesk } from '../commands/drafts.ts';
import type { VaultFile } from '../keys/vault-file.ts';

export type HostInfo = Awaited<ReturnType<Host['info']>>;

/** A clerk at work: the opened office, her keys, her draft. */
export interface OpenCounter extends Counter {
  readonly desk: DraftDesk;
}

/** What the door knows; one mutable record, changed only here. */
export interface DoorState {
  phase: SessionView['phase'];
  info: HostInfo | undefined;
  vault: VaultFile | undefined;
  office: Office | undefined;
  counter: OpenCounter | undefined;
  /** everything is being closed: no command of the counter begins any more */
  closing: boolean;
  failedAttempts: number;
  waitUntil: number;
  repaired: Repair | undefined;
  problem: Problem | undefined;
}

export const closedDoor: DoorState = {
  phase: 'starting',
  info: undefined,
  vault: undefined,
  office: undefined,
  counter: undefined,
  closing: false,
  failedAttempts: 0,
  waitUntil: 0,
  repaired: undefined,
  problem: undefined,
};
