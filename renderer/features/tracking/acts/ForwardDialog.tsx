import { Textarea, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Dossier } from '../../../../shared/domain/dossier/dossier.ts';
import { useLive, useRun, useText } from '../../../app/page-context.ts';
import { problemText } from '../../../text/problem-text.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import styles from './acts.module.css';
import { useAct } from './use-act.ts';

/** Chuyển xử lý (R4): to one of the office's recipients, or typed. */
export function ForwardDialog(props: { readonly dossier: Dossier; readonly onClose: () => void }) {
  const session = useLive('session');
  // drawn only when the recipients are known: the first of them takes the focus, so that Enter forwards
  return session.ready ? (
    <ForwardForm {...props} recipients={session.value?.office?.recipients ?? []} />
  ) : null;
}

function ForwardForm(props: {
  readonly dossier: Dossier;
  readonly recipients: readonly string[];
  readonly onClose: () => void;
}) {
  const { dossier, recipients, onClose } = props;
  const { work, shell, errors } = useText();
  const run = useRun();
  const group = useId();
  const [commandId] = useState(uuidv7);
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const { busy, problem, act } = useAct(work.forwardDone, onClose);
  const listed = chosen ?? recipients[0];
  const other = recipients.length === 0 || chosen === '';
  const to = (other ? typed : (listed ?? '')).trim();

  return (
    <ConfirmDialog
      opened
      title={work.forward}
      confirm={work.forward}
      cancel={shell.cancel}
      close={shell.close}
      busy={busy}
      disabled={to === ''}
      onClose={onClose}
      onConfirm={() =>
        void act(() => run('forward', { commandId, dossier: dossier.id, to, note: note.trim() }))
      }
    >
      {recipients.length > 0 && (
        <fieldset className={styles.recipients}>
          <legend>{work.forwardTo}</legend>
          {[...recipients, ''].map((recipient, index) => (
            <label key={recipient}>
              <input
                type="radio"
                name={group}
                checked={recipient === '' ? other : !other && recipient === listed}
                data-autofocus={index === 0 ? true : undefined}
                onChange={() => setChosen(recipient)}
              />
              {recipient === '' ? work.forwardOther : recipient}
            </label>
          ))}
        </fieldset>
      )}
      {other && (
        <TextInput
          label={work.forwardTo}
          required
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={work.forwardNote}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.code === 'Enter' && event.ctrlKey) event.currentTarget.form?.requestSubmit();
        }}
      />
      {problem && <ProblemNote text={problemText(errors, problem)} code={problem.code} />}
    </ConfirmDialog>
  );
}
