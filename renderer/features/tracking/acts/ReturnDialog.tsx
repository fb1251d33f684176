import { TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Dossier } from '../../../../shared/domain/dossier/dossier.ts';
import { useRun, useText } from '../../../app/page-context.ts';
import { problemText } from '../../../text/problem-text.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import styles from './acts.module.css';
import { useAct } from './use-act.ts';

const channels = ['counter', 'electronic', 'post'] as const;

/** Trả kết quả: to whom and how; the person named at reception stands there already. */
export function ReturnDialog({
  dossier,
  onClose,
}: {
  readonly dossier: Dossier;
  readonly onClose: () => void;
}) {
  const { work, shell, errors } = useText();
  const run = useRun();
  const group = useId();
  const [commandId] = useState(uuidv7);
  const [to, setTo] = useState(dossier.submitter?.name ?? dossier.applicant.name);
  const [channel, setChannel] = useState<(typeof channels)[number]>(dossier.resultChannel);
  const { busy, problem, act } = useAct(work.returnDone, onClose);
  return (
    <ConfirmDialog
      opened
      title={work.returnResult}
      confirm={work.returnResult}
      cancel={shell.cancel}
      close={shell.close}
      busy={busy}
      disabled={to.trim() === ''}
      onClose={onClose}
      onConfirm={() =>
        void act(() => run('returnResult', { commandId, dossier: dossier.id, to: to.trim(), channel }))
      }
    >
      <TextInput
        label={work.returnTo}
        required
        data-autofocus
        maxLength={200}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <fieldset className={styles.recipients}>
        <legend>{work.resultChannel}</legend>
        {channels.map((each) => (
          <label key={each}>
            <input type="radio" name={group} checked={each === channel} onChange={() => setChannel(each)} />
            {work.channels[each]}
          </label>
        ))}
      </fieldset>
      {problem && <ProblemNote text={problemText(errors, problem)} code={problem.code} />}
    </ConfirmDialog>
  );
}
