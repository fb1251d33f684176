import { uuidv7 } from 'uuidv7';
import type { CardReading } from '../../../shared/domain/identity/card-qr.ts';
import type { PageWorker } from '../../platform/page-worker.ts';
import type { DraftPaper, ReceptionDraft } from '../../worker/api.ts';
import { blankDraft, isStarted } from './draft/blank-draft.ts';
import {
  isAsked,
  type PersonField,
  withoutAttachment,
  withoutPaper,
  withPaper,
  withPerson,
  withPersonField,
  withTypedPaper,
} from './draft/change-draft.ts';
import { faultAt, type TextField, textOf, tidied, withText } from './draft/check-fields.ts';
import { createDraftSaver } from './draft/draft-saver.ts';
import { type Finishing, finishing } from './finish/finish-reception.ts';
import { readChoice, writeChoice } from './finish/remembered-choice.ts';
import { createIntakeStore, type IntakeStore, intakeState } from './intake-state.ts';
import { createLookups } from './lookups.ts';
import { type AttachingFiles, attachingFiles } from './papers/attach-files.ts';
import { type ChoosingProcedure, choosingProcedure } from './procedure/choose-procedure.ts';
import type { ReceptionParts } from './reception-parts.ts';
import { cardTexts } from './scanner/card-texts.ts';

/** One reception in the window: its state and everything a clerk can do to it. */
export interface Reception extends AttachingFiles, ChoosingProcedure, Finishing {
  readonly store: IntakeStore;
  /** takes the draft found on the machine, once; undefined = none was left */
  readonly open: (draft: ReceptionDraft | undefined) => void;
  readonly typePerson: (field: PersonField, text: string) => void;
  readonly set: (change: Partial<ReceptionDraft>) => void;
  readonly setPaper: (key: string, change: Partial<DraftPaper>) => void;
  readonly addPaper: (name: string) => void;
  /** ticks every required paper at once */
  readonly holdRequired: () => void;
  readonly removePaper: (key: string) => void;
  readonly removeAttachment: (key: string, id: string) => void;
  /** the clerk leaves a field: one spelling, message if wrong, save now */
  readonly leave: (field: TextField) => void;
  /** fills empty fields from the person's last dossier on this machine */
  readonly fillFromEarlier: () => void;
  readonly takeCard: (card: CardReading, startNew?: boolean) => Promise<void>;
  readonly refuseCard: () => void;
  readonly discard: () => Promise<void>;
  readonly next: () => void;
  readonly saveNow: () => Promise<void>;
}

const freshDraft = (now: number): ReceptionDraft =>
  blankDraft(uuidv7(), new Date(now).toISOString(), readChoice('resultChannel', 'counter'));

/** Makes one reception over the worker's commands. `now` is the wall clock. */
export function createReception(run: PageWorker['run'], now: () => number): Reception {
  const store = createIntakeStore(freshDraft(now()));
  const saver = createDraftSaver({
    save: (draft) => run('saveDraft', { draft }),
    told: (save) => store.setState({ save }),
    now,
  });
  const lookups = createLookups(run, store);
  const change: ReceptionParts['change'] = (next) => {
    const draft = next(store.getState().draft);
    if (draft === store.getState().draft) return;
    store.setState({ draft, problem: undefined });
    saver.change(draft);
    lookups.changed();
  };
  const parts: ReceptionParts = { run, store, change, flush: saver.flush, drop: saver.drop, now };
  const choosing = choosingProcedure(parts);
  const startOver = (): void => {
    saver.drop();
    store.setState(intakeState(freshDraft(now()), true, false), true);
    lookups.changed();
  };
  return {
    store,
    ...choosing,
    ...attachingFiles(parts),
    ...finishing(parts),
    ...editing(parts),
    ...scanning(parts, startOver),
    open: (draft) => {
      if (store.getState().loaded) return;
      if (draft === undefined) store.setState({ loaded: true });
      else store.setState(intakeState(draft, true, isStarted(draft)), true);
      lookups.changed();
      void choosing.restoreProcedure();
    },
    discard: async () => {
      saver.drop();
      await saver.flush();
      const answer = await run('discardDraft');
      if (answer.ok) startOver();
      else store.setState({ problem: answer.error });
    },
    next: startOver,
    saveNow: saver.flush,
  };
}

type Editing = Pick<
  Reception,
  | 'typePerson'
  | 'set'
  | 'setPaper'
  | 'addPaper'
  | 'holdRequired'
  | 'removePaper'
  | 'removeAttachment'
  | 'leave'
  | 'fillFromEarlier'
>;

function editing({ store, change, flush, now }: ReceptionParts): Editing {
  return {
    typePerson: (field, text) => change((draft) => withPersonField(draft, field, text, 'typed')),
    set: (patch) => {
      if (patch.resultChannel) writeChoice('resultChannel', patch.resultChannel);
      if (patch.payment) writeChoice('payment', patch.payment);
      change((draft) => ({ ...draft, ...patch }));
    },
    setPaper: (key, patch) => {
      const paper = store.getState().draft.papers.find((candidate) => candidate.key === key);
      const paperNotices = { ...store.getState().paperNotices };
      delete paperNotices[key];
      if (patch.form === 'presented' && paper && paper.attachments.length > 0)
        return store.setState({
          paperNotices: { ...paperNotices, [key]: { kind: 'sentence', text: 'formLocked' } },
        });
      store.setState({ paperNotices });
      change((draft) => withPaper(draft, key, patch));
    },
    addPaper: (name) => change((draft) => withTypedPaper(draft, name)),
    holdRequired: () =>
      change((draft) => ({
        ...draft,
        papers: draft.papers.map((paper) =>
          paper.required && isAsked(paper) ? { ...paper, held: true } : paper,
        ),
      })),
    removePaper: (key) => change((draft) => withoutPaper(draft, key)),
    removeAttachment: (key, id) => change((draft) => withoutAttachment(draft, key, id)),
    leave: (field) => {
      const text = textOf(store.getState().draft, field);
      const tidy = tidied(field, text, now());
      if (tidy !== text) change((draft) => withText(draft, field, tidy));
      const { [field]: former, ...others } = store.getState().faults;
      // a field that F9 found empty keeps its message until something stands in it
      const stillEmpty = tidy.trim() === '' && former?.endsWith('-empty') ? former : undefined;
      const fault = faultAt(store.getState().draft, field, now()) ?? stillEmpty;
      store.setState({ faults: fault ? { ...others, [field]: fault } : others });
      void flush();
    },
    fillFromEarlier: () => {
      const { draft, earlierPerson } = store.getState();
      if (!earlierPerson) return;
      const empty = (Object.keys(draft.person) as PersonField[]).filter(
        (field) => draft.person[field].text === '' && earlierPerson[field].text !== '',
      );
      change((current) =>
        withPerson(
          current,
          Object.fromEntries(empty.map((field) => [field, earlierPerson[field].text])),
          'retrieved',
        ),
      );
    },
  };
}

function scanning(
  { store, change, flush, run, now }: ReceptionParts,
  startOver: () => void,
): Pick<Reception, 'takeCard' | 'refuseCard'> {
  const fill = (card: CardReading): void => {
    store.setState({ scannedAt: now(), scanWarnings: card.warnings, waitingCard: undefined, faults: {} });
    change((draft) => withPerson(draft, cardTexts(card), 'scanned'));
    void flush();
  };
  return {
    takeCard: async (card, startNew = false) => {
      if (store.getState().received) startOver();
      const { draft } = store.getState();
      const other =
        isStarted(draft) &&
        draft.person.personalId.text !== '' &&
        draft.person.personalId.text !== card.personalId;
      if (other && !startNew) return store.setState({ waitingCard: card });
      if (other) {
        await flush();
        const answer = await run('discardDraft');
        if (!answer.ok) return store.setState({ problem: answer.error, waitingCard: undefined });
        startOver();
      }
      fill(card);
    },
    refuseCard: () => store.setState({ waitingCard: undefined }),
  };
}
