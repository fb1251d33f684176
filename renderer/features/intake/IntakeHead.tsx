import { Button } from '@mantine/core';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { clockText } from '../../ui/moments.ts';
import { isStarted } from './draft/blank-draft.ts';
import { isAsked } from './draft/change-draft.ts';
import styles from './intake.module.css';
import { useIntakeState, useIntakeText, useReception } from './intake-context.ts';
import type { IntakeState } from './intake-state.ts';

/** Title, the four parts with what is done, and how safe the draft is. */
export function IntakeHead() {
  const text = useIntakeText();
  const done = useIntakeState(doneParts);
  const received = useIntakeState((state) => state.received !== undefined);
  const now = received ? 4 : done.indexOf('0');
  const names = [text.steps.person, text.steps.procedure, text.steps.papers, text.steps.finish];
  return (
    <div className={styles.head}>
      <h1>{text.title}</h1>
      <ol className={styles.steps} aria-label={text.steps.label}>
        {names.map((name, i) => {
          const isDone = received || done[i] === '1';
          return (
            <li
              key={name}
              data-state={isDone ? 'done' : i === now ? 'now' : 'later'}
              aria-current={i === now ? 'step' : undefined}
            >
              <b>{isDone ? <Check size={13} strokeWidth={3} aria-hidden /> : i + 1}</b>
              <span>{name}</span>
            </li>
          );
        })}
      </ol>
      {!received && <DraftState />}
      <CardQuestion />
    </div>
  );
}

/** One digit per part, so that the head is drawn again only when a part is finished. */
function doneParts({ draft, faults }: IntakeState): string {
  const required = draft.papers.filter((paper) => paper.required && isAsked(paper));
  const person = draft.person.name.text !== '' && /^\d{12}$/.test(draft.person.personalId.text);
  const parts = [
    person && !faults.name && !faults.personalId,
    draft.procedureCode !== undefined,
    draft.procedureCode !== undefined && required.every((paper) => paper.held),
    false,
  ];
  return parts.map((part) => (part ? '1' : '0')).join('');
}

function DraftState() {
  const reception = useReception();
  const text = useIntakeText();
  const save = useIntakeState((state) => state.save);
  const restored = useIntakeState((state) => state.restored);
  const started = useIntakeState((state) => isStarted(state.draft));
  const [asking, setAsking] = useState(false);
  const words =
    save.kind === 'saved'
      ? text.draft.saved(clockText(new Date(save.at).toISOString()))
      : save.kind === 'failed'
        ? text.draft.notSaved
        : save.kind === 'saving'
          ? text.draft.saving
          : restored
            ? text.draft.restored
            : '';
  return (
    <div className={styles.draft}>
      <span role="status" data-save={save.kind}>
        {words}
      </span>
      {started && (
        <Button size="compact-sm" variant="default" data-discard onClick={() => setAsking(true)}>
          {text.draft.discard}
        </Button>
      )}
      <ConfirmDialog
        opened={asking}
        title={text.draft.discardTitle}
        confirm={text.draft.discard}
        cancel={text.draft.keep}
        close={text.draft.close}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void reception.discard();
        }}
      >
        <p>{text.draft.discardText}</p>
      </ConfirmDialog>
    </div>
  );
}

/** Somebody else's card while a reception is open: the open one is kept unless the clerk says otherwise. */
function CardQuestion() {
  const reception = useReception();
  const text = useIntakeText();
  const card = useIntakeState((state) => state.waitingCard);
  const name = useIntakeState((state) => state.draft.person.name.text);
  return (
    <ConfirmDialog
      opened={card !== undefined}
      title={text.draft.newTitle}
      confirm={text.draft.newConfirm}
      cancel={text.draft.keep}
      close={text.draft.close}
      onClose={reception.refuseCard}
      onConfirm={() => void (card && reception.takeCard(card, true))}
    >
      <p>{text.draft.newText(name || text.draft.newUnnamed)}</p>
    </ConfirmDialog>
  );
}
