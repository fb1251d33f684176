import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import type { Dossier } from '../../../../shared/domain/dossier/dossier.ts';
import { useRun, useText } from '../../../app/page-context.ts';
import { problemText } from '../../../text/problem-text.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { amended } from './amended.ts';
import { useAct } from './use-act.ts';

/** Sửa liên hệ, ghi chú: only what was changed is written down, so that merging keeps the rest. */
export function AmendDialog({
  dossier,
  onClose,
}: {
  readonly dossier: Dossier;
  readonly onClose: () => void;
}) {
  const { work, shell, errors } = useText();
  const run = useRun();
  const [commandId] = useState(uuidv7);
  const [phone, setPhone] = useState(dossier.applicant.phone ?? '');
  const [note, setNote] = useState(dossier.note ?? '');
  const { busy, problem, act } = useAct(work.amendDone, onClose);
  const { set, phoneFault } = amended(dossier, { phone, note });
  return (
    <ConfirmDialog
      opened
      title={work.amend}
      confirm={work.save}
      cancel={shell.cancel}
      close={shell.close}
      busy={busy}
      disabled={phoneFault || Object.keys(set).length === 0}
      onClose={onClose}
      onConfirm={() => void act(() => run('amend', { commandId, dossier: dossier.id, set }))}
    >
      <TextInput
        label={work.phone}
        inputMode="tel"
        data-autofocus
        value={phone}
        error={phoneFault ? work.phoneRule : undefined}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      <Textarea
        label={work.note}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {problem && <ProblemNote text={problemText(errors, problem)} code={problem.code} />}
    </ConfirmDialog>
  );
}
