import { problemText } from '../../text/problem-text.ts';
import { sinceText } from '../../ui/moments.ts';
import { Tag, type Tone } from '../../ui/Tag.tsx';
import type { AttentionItem } from '../../worker/api.ts';
import { useText } from '../page-context.ts';
import styles from './dossier.module.css';
import { stepWord } from './step-word.ts';

const tones: Readonly<Record<AttentionItem['result'], Tone>> = {
  merged: 'blue',
  conflict: 'violet',
  rejected: 'red',
  blocked: 'amber',
};

/** cần xử lý — what the machine may not decide: what was done, why it did not take effect, the text that was kept. */
export function AttentionNote({ item }: { readonly item: AttentionItem }) {
  const { work, errors } = useText();
  const text = problemText(errors, item);
  return (
    <div className={styles.attention}>
      <div className={styles.attentionHead}>
        <b>{stepWord(work, item.operationType)}</b>
        <Tag tone={tones[item.result]}>{work.verdict[item.result]}</Tag>
        <span className="muted num">{sinceText(item.at, Date.now())}</span>
      </div>
      <p>
        <b>{work.why}:</b> {text.heading}
      </p>
      <p className="muted">{text.safe}</p>
      <p>
        <b>{work.whatNow}:</b> {text.action}
      </p>
      {item.kept !== '' && (
        <figure>
          <figcaption>{work.kept}</figcaption>
          <blockquote>{item.kept}</blockquote>
        </figure>
      )}
      <span className="code muted">{item.code}</span>
    </div>
  );
}
