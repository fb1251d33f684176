import type { OperationType } from '../operation-types.ts';
import type { DossierStatus } from './dossier.ts';

/** An act that moves a dossier: the states it may start from, and the state it leads to (absent: the state stays). */
export interface Transition {
  readonly from: readonly DossierStatus[];
  readonly to?: DossierStatus;
}

type Move = Exclude<OperationType, 'dossier.receive' | 'dossier.amend' | 'dossier.stop'>;

/**
 * chuyển trạng thái — the transition table of domain.md §1.4, by act. It is a proposal to be confirmed with the province,
 * so it stands here alone. Portal codes: received 2, processing 4, awaitingSupplement 5, withdrawn 7, stopped 8,
 * finished 9, returned 10.
 *
 * ```
 * received ──► processing ──► finished ──► returned
 *    │  └──┐      │   ▲
 *    │     ▼      ▼   │
 *    │   awaitingSupplement
 *    └─────┴──────┴──► withdrawn | stopped
 * ```
 */
export const transitions: Readonly<Record<Move | 'withdraw' | 'stop', Transition>> = {
  'dossier.accept': { from: ['received'], to: 'processing' },
  'dossier.forward': { from: ['received', 'processing'] },
  'dossier.requestSupplement': { from: ['received', 'processing'], to: 'awaitingSupplement' },
  'dossier.supplement': { from: ['awaitingSupplement'], to: 'processing' },
  'dossier.finish': { from: ['processing'], to: 'finished' },
  'dossier.returnResult': { from: ['finished'], to: 'returned' },
  withdraw: { from: ['received', 'processing', 'awaitingSupplement'], to: 'withdrawn' },
  stop: { from: ['received', 'processing', 'awaitingSupplement'], to: 'stopped' },
};

const left = new Set(Object.values(transitions).flatMap((transition) => transition.from));

/** A state that no act leads out of: the dossier is closed. */
export const isClosed = (status: DossierStatus): boolean => !left.has(status);

/** The clock stands: nothing is asked of the office until somebody outside it acts, or the work is done. */
export const clockStands = (status: DossierStatus): boolean =>
  status === 'awaitingSupplement' || status === 'finished' || isClosed(status);
