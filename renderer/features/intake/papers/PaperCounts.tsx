import type { DraftPaper } from '../../../worker/api.ts';
import styles from '../intake.module.css';
import { useIntakeText, useReception } from '../intake-context.ts';

/** How many originals and copies were taken; a presented paper is not taken. */
export function PaperCounts({ paper }: { readonly paper: DraftPaper }) {
  const reception = useReception();
  const words = useIntakeText().papers;
  if (paper.form === 'presented') return <span className={styles.none}>—</span>;
  const number = (text: string): number => Math.min(99, Math.max(0, Math.trunc(Number(text)) || 0));
  return (
    <span className={styles.counts}>
      <input
        type="number"
        min={0}
        max={99}
        className={`${styles.small} num`}
        aria-label={words.originalsOf(paper.name)}
        value={paper.originals}
        onChange={(event) => reception.setPaper(paper.key, { originals: number(event.currentTarget.value) })}
      />
      <span aria-hidden>/</span>
      <input
        type="number"
        min={0}
        max={99}
        className={`${styles.small} num`}
        aria-label={words.copiesOf(paper.name)}
        value={paper.copies}
        onChange={(event) => reception.setPaper(paper.key, { copies: number(event.currentTarget.value) })}
      />
    </span>
  );
}
