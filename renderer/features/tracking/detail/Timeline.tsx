import { stepWord } from '../../../app/dossier/step-word.ts';
import { useText } from '../../../app/page-context.ts';
import type { Texts } from '../../../text/texts.ts';
import { momentText } from '../../../ui/moments.ts';
import type { TimelineStep } from '../../../worker/api.ts';
import { fieldWords } from './field-words.ts';
import styles from './timeline.module.css';

/** tiến trình — the dossier's steps; what the province does not have yet is a hollow dot and says so. */
export function Timeline({ steps }: { readonly steps: readonly TimelineStep[] }) {
  const { work } = useText();
  return (
    <ol className={styles.timeline}>
      {steps.map((step) => (
        <li key={step.operation} className={step.sent ? styles.sent : styles.unsent}>
          <span>{stepWord(work, step.type)}</span>
          {step.text && <span className={styles.words}>{wordsOf(work, step)}</span>}
          <small className="num">
            {step.clerkName ?? step.clerk} · {momentText(step.at)}
            {!step.sent && <b> · {work.unsent}</b>}
          </small>
        </li>
      ))}
    </ol>
  );
}

/** An amendment names its fields as the program does; everything else is the clerk's own words. */
function wordsOf(work: Texts['work'], { type, text = '' }: TimelineStep): string {
  if (type !== 'dossier.amend') return text;
  const names = fieldWords(work);
  return text
    .split(/,\s*/)
    .map((field) => names[field] ?? field)
    .join(', ');
}
