import type { Answer, DraftAttachment } from '../../../worker/api.ts';
import { withAttachment } from '../draft/change-draft.ts';
import type { IntakeState, PaperNotice } from '../intake-state.ts';
import type { ReceptionParts } from '../reception-parts.ts';

/** Larger files are refused before they are read (the worker checks again). */
const MAX_BYTES = 20_971_520;
const MAX_FILES = 20;

export interface AttachingFiles {
  /** files picked or dropped on a paper, one after the other */
  readonly attachFiles: (key: string, files: readonly File[]) => Promise<void>;
  readonly attachBytes: (
    key: string,
    file: { readonly name: string; readonly bytes: Uint8Array; readonly source: 'file' | 'photo' },
  ) => Promise<boolean>;
  /** F6: the oldest waiting scan goes to the paper in focus */
  readonly takeScan: () => Promise<void>;
  readonly focusPaper: (key: string) => void;
  /** the paper F6 and F7 work on: the focused one, else the first that still lacks a file */
  readonly targetPaper: () => string | undefined;
  /** says that a paper must be chosen first */
  readonly tellNoRow: () => void;
  readonly dismissNotice: (key: string) => void;
}

/** The paper in focus if it takes files; without a focus the first that lacks one. */
export function targetPaper({
  draft,
  focusedPaper,
}: Pick<IntakeState, 'draft' | 'focusedPaper'>): string | undefined {
  const scannable = draft.papers.filter((paper) => paper.form !== 'presented' && !paper.reuse);
  if (focusedPaper !== undefined) return scannable.find(({ key }) => key === focusedPaper)?.key;
  return (scannable.find((paper) => paper.attachments.length === 0) ?? scannable[0])?.key;
}

/** What a clerk can do with files; every refusal stands at the row it concerns. */
export function attachingFiles({ run, store, change, flush }: ReceptionParts): AttachingFiles {
  const tell = (key: string, notice: PaperNotice | undefined): void => {
    const { [key]: _former, ...others } = store.getState().paperNotices;
    store.setState({ paperNotices: notice ? { ...others, [key]: notice } : others });
  };
  const busy = (key: string, on: boolean): void => {
    const others = store.getState().attaching.filter((other) => other !== key);
    store.setState({ attaching: on ? [...others, key] : others });
  };
  const settle = async (
    key: string,
    asked: Promise<Answer<DraftAttachment | undefined>>,
  ): Promise<boolean> => {
    busy(key, true);
    const answer = await asked.finally(() => busy(key, false));
    if (!answer.ok) {
      tell(key, { kind: 'problem', problem: answer.error });
      return false;
    }
    const attachment = answer.value;
    if (attachment) {
      change((draft) => withAttachment(draft, key, attachment));
      // a file costs more than a keystroke: its place in the draft does not wait
      void flush();
    }
    tell(key, attachment ? undefined : { kind: 'sentence', text: 'scanEmpty' });
    return attachment !== undefined;
  };
  const paperAt = (key: string) => store.getState().draft.papers.find((paper) => paper.key === key);
  const hasRoom = (key: string): boolean => (paperAt(key)?.attachments.length ?? MAX_FILES) < MAX_FILES;
  const attachBytes: AttachingFiles['attachBytes'] = async (key, { name, bytes, source }) => {
    if (!hasRoom(key)) {
      tell(key, { kind: 'sentence', text: 'tooMany' });
      return false;
    }
    return settle(key, run('attach', { name: name.normalize('NFC'), bytes, source }));
  };
  const tellNoRow = (): void => tell('', { kind: 'sentence', text: 'scanNoRow' });
  return {
    attachBytes,
    tellNoRow,
    targetPaper: () => targetPaper(store.getState()),
    attachFiles: async (key, files) => {
      for (const file of files) {
        if (file.size > MAX_BYTES) {
          tell(key, { kind: 'problem', problem: { code: 'file-too-large', detail: '20' } });
          return;
        }
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (!(await attachBytes(key, { name: file.name, bytes, source: 'file' }))) return;
      }
    },
    takeScan: async () => {
      const key = targetPaper(store.getState());
      if (key === undefined) return tellNoRow();
      tell('', undefined);
      if (!hasRoom(key)) return tell(key, { kind: 'sentence', text: 'tooMany' });
      await settle(key, run('takeScan'));
    },
    focusPaper: (key) => {
      if (store.getState().focusedPaper !== key) store.setState({ focusedPaper: key });
    },
    dismissNotice: (key) => tell(key, undefined),
  };
}
