import { CircleAlert } from 'lucide-react';
import styles from './ui.module.css';

/** An error in three sentences: what happened, what is safe, what to do now; the code is for the telephone. */
export function ProblemNote(props: {
  readonly text: { readonly heading: string; readonly safe: string; readonly action: string };
  readonly code: string;
}) {
  return (
    <div role="alert" className={styles.problem}>
      <CircleAlert size={18} aria-hidden />
      <div>
        <b>{props.text.heading}</b>
        <p>{props.text.safe}</p>
        <p>{props.text.action}</p>
        <span className={`code ${styles.problemCode}`}>{props.code}</span>
      </div>
    </div>
  );
}
