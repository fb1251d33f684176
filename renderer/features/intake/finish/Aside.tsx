import { Button, Textarea } from '@mantine/core';
import { Printer } from 'lucide-react';
import { useText } from '../../../app/page-context.ts';
import { problemText } from '../../../text/problem-text.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { faultText } from '../fault-text.ts';
import styles from '../intake.module.css';
import { useIntakeState, useIntakeText, useReception } from '../intake-context.ts';
import { FinishSection } from './FinishSection.tsx';
import { PreflightPanel } from './PreflightPanel.tsx';
import { ReceiptCard } from './ReceiptCard.tsx';

/** The right column: receipt, fee and result, findings, note, and the pinned finishing button. */
export function Aside({ onFinish }: { readonly onFinish: () => void }) {
  const text = useIntakeText();
  const { errors } = useText();
  const problem = useIntakeState((state) => state.problem);
  const busy = useIntakeState((state) => state.finishing);
  return (
    <div className={styles.side}>
      <div className={styles.sideScroll}>
        <ReceiptCard />
        <FinishSection />
        <PreflightPanel />
        <Note />
      </div>
      {problem && (
        <ProblemNote text={problemText({ ...errors, ...text.problems }, problem)} code={problem.code} />
      )}
      <Button
        h="var(--h-finish)"
        fullWidth
        data-finish
        leftSection={<Printer size={18} aria-hidden />}
        rightSection={<Kbd>F9</Kbd>}
        aria-busy={busy}
        onClick={onFinish}
      >
        {busy ? text.receipt.finishing : text.receipt.finish}
      </Button>
    </div>
  );
}

function Note() {
  const reception = useReception();
  const text = useIntakeText();
  const note = useIntakeState((state) => state.draft.note);
  const fault = useIntakeState((state) => state.faults.note);
  return (
    <Textarea
      className={styles.note ?? ''}
      data-field="note"
      label={text.finish.note}
      placeholder={text.finish.notePlaceholder}
      rows={1}
      value={note}
      error={fault && faultText(text, fault)}
      onChange={(event) => reception.set({ note: event.currentTarget.value.normalize('NFC') })}
      onBlur={() => reception.leave('note')}
    />
  );
}
