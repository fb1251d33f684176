import { X } from 'lucide-react';
import { useText } from '../../../app/page-context.ts';
import { problemText } from '../../../text/problem-text.ts';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import styles from '../intake.module.css';
import { useIntakeState, useIntakeText, useReception } from '../intake-context.ts';

/** Why a file was not taken, at the row it concerns (`row` '' = no row). */
export function Notice({ row }: { readonly row: string }) {
  const reception = useReception();
  const text = useIntakeText();
  const { errors } = useText();
  const notice = useIntakeState((state) => state.paperNotices[row]);
  if (!notice) return null;
  return (
    <div className={styles.notice}>
      {notice.kind === 'problem' ? (
        <ProblemNote
          text={problemText({ ...errors, ...text.problems }, notice.problem)}
          code={notice.problem.code}
        />
      ) : (
        <p role="alert" className={styles.fault}>
          {text.papers[notice.text]}
        </p>
      )}
      <button
        type="button"
        className={styles.iconButton}
        aria-label={text.papers.dismiss}
        onClick={() => reception.dismissNotice(row)}
      >
        <X size={15} aria-hidden />
      </button>
    </div>
  );
}
