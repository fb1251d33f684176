import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CardReading } from '../../../shared/domain/identity/card-qr.ts';
import type { DossierRow, Preflight, Problem, ProcedureHit, ReceptionDraft } from '../../worker/api.ts';
import type { Faults } from './draft/check-fields.ts';
import type { SaveState } from './draft/draft-saver.ts';

/** Why a file was not taken: a worker's problem, or a sentence of this screen. */
export type PaperNotice =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'sentence'; readonly text: 'scanEmpty' | 'scanNoRow' | 'formLocked' | 'tooMany' };

/** A dossier just received: what the success panel shows. */
export interface Received {
  readonly dossier: string;
  readonly provisionalCode: string;
  readonly name: string;
  readonly procedureName: string;
  readonly preflight: Preflight | undefined;
  readonly printing: 'busy' | 'printer' | 'folder' | 'dialog' | 'failed';
  readonly printProblem?: Problem;
  /** the slip itself, when this window must print it */
  readonly pdf?: Uint8Array;
}

/** Screen state of one reception. The draft is the clerk's; everything else can be asked for again. */
export interface IntakeState {
  readonly loaded: boolean;
  readonly restored: boolean;
  readonly draft: ReceptionDraft;
  readonly procedure: ProcedureHit | undefined;
  readonly save: SaveState;
  /** message at a field, by check or finding code */
  readonly faults: Faults;
  readonly preflight: Preflight | undefined;
  readonly earlier: readonly DossierRow[];
  readonly earlierPerson: ReceptionDraft['person'] | undefined;
  readonly focusedPaper: string | undefined;
  readonly attaching: readonly string[];
  readonly paperNotices: Readonly<Record<string, PaperNotice>>;
  readonly scannedAt: number | undefined;
  readonly scanWarnings: readonly string[];
  /** a card scanned while another reception is open, until the clerk has chosen */
  readonly waitingCard: CardReading | undefined;
  readonly finishing: boolean;
  readonly problem: Problem | undefined;
  readonly received: Received | undefined;
}

export type IntakeStore = StoreApi<IntakeState>;

/** State around a draft that has just been opened. */
export function intakeState(draft: ReceptionDraft, loaded: boolean, restored: boolean): IntakeState {
  return {
    loaded,
    restored,
    draft,
    procedure: undefined,
    save: { kind: 'idle' },
    faults: {},
    preflight: undefined,
    earlier: [],
    earlierPerson: undefined,
    focusedPaper: undefined,
    attaching: [],
    paperNotices: {},
    scannedAt: undefined,
    scanWarnings: [],
    waitingCard: undefined,
    finishing: false,
    problem: undefined,
    received: undefined,
  };
}

export const createIntakeStore = (draft: ReceptionDraft): IntakeStore =>
  createStore<IntakeState>(() => intakeState(draft, false, false));
