import type { PageWorker } from '../../platform/page-worker.ts';
import type { ReceptionDraft } from '../../worker/api.ts';
import type { IntakeStore } from './intake-state.ts';

/** What all parts of a reception share. */
export interface ReceptionParts {
  readonly run: PageWorker['run'];
  readonly store: IntakeStore;
  /** replaces the draft, saves it a little later and asks for preflight and lookups again */
  readonly change: (next: (draft: ReceptionDraft) => ReceptionDraft) => void;
  readonly flush: () => Promise<void>;
  readonly drop: () => void;
  readonly now: () => number;
}
