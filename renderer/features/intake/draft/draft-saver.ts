import type { Answer, ReceptionDraft } from '../../../worker/api.ts';

/** What the clerk is told about her draft. */
export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'failed' };

export interface DraftSaver {
  /** saves a little later, once, the latest draft given */
  readonly change: (draft: ReceptionDraft) => void;
  /** saves now what is waiting; resolves when nothing is under way */
  readonly flush: () => Promise<void>;
  /** forgets what is waiting: the draft was received or thrown away */
  readonly drop: () => void;
}

const DELAY_MS = 250;
const RETRY_MS = 2000;

/** Saves a draft at most every quarter of a second, one save at a time, always the latest; a failed save is tried again. */
export function createDraftSaver(ports: {
  readonly save: (draft: ReceptionDraft) => Promise<Answer<void>>;
  readonly told: (state: SaveState) => void;
  readonly now: () => number;
}): DraftSaver {
  let waiting: ReceptionDraft | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;

  let told: SaveState['kind'] = 'idle';
  const tell = (state: SaveState): void => {
    told = state.kind;
    ports.told(state);
  };
  /** from the first change on nothing says "saved" any more */
  const tellSaving = (): void => {
    if (told !== 'saving') tell({ kind: 'saving' });
  };

  const later = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };

  const saveWaiting = async (): Promise<void> => {
    while (waiting) {
      const draft = waiting;
      waiting = undefined;
      tellSaving();
      const answer = await ports.save(draft);
      if (answer.ok) {
        tell({ kind: 'saved', at: ports.now() });
        continue;
      }
      tell({ kind: 'failed' });
      waiting ??= draft;
      later(RETRY_MS);
      return;
    }
  };

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    running ??= saveWaiting().finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    change: (draft) => {
      waiting = draft;
      tellSaving();
      later(DELAY_MS);
    },
    flush,
    drop: () => {
      waiting = undefined;
      told = 'idle';
      clearTimeout(timer);
    },
  };
}
