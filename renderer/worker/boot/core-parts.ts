import type { MakeReceipt } from '../commands/receive.ts';
import type { KdfParameters } from '../keys/derive-key.ts';
import type { StartEngine } from './delivery.ts';
import type { OfficeParts } from './open-office.ts';

/** Everything the core needs of its surroundings; main.ts gives the real ones, tests their own. */
export interface CoreParts extends OfficeParts {
  readonly kdf: KdfParameters;
  readonly makeReceipt: MakeReceipt;
  /** the same slip, marked "In lại" with the moment of printing */
  readonly markReprint: (pdf: Uint8Array, at: string) => Promise<Uint8Array>;
  /**
   * one window per workspace: resolves to false when another one has it; `lost` is called when another takes it over, and
   * that other begins when `lost` has resolved
   */
  readonly claimWindow: (workspace: string, takeOver: boolean, lost: () => Promise<void>) => Promise<boolean>;
  readonly startEngine: StartEngine;
  readonly onBug: (error: unknown) => void;
}
