import { Link } from 'wouter';
import { lineText } from '../../app/line-text.ts';
import { useLive, useText } from '../../app/page-context.ts';
import { paths } from '../../app/paths.ts';
import { Card } from '../../ui/Card.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { sinceText } from '../../ui/moments.ts';
import styles from './home.module.css';

/** The line and what waits for it, in words; work goes on either way. */
export function LineCard() {
  const { work, shell } = useText();
  const line = useLive('line').value;
  return (
    <Card
      title={work.line}
      aside={
        <Link href={paths.outbox} className={styles.all}>
          {shell.outbox}
        </Link>
      }
    >
      <p className={styles.line}>{lineText(shell, line)}</p>
      <Facts
        facts={[
          [work.waitingTitle, (line?.waiting ?? 0).toLocaleString('vi-VN')],
          [work.counters.files, (line?.filesWaiting ?? 0).toLocaleString('vi-VN')],
          [work.attentionTitle, (line?.attention ?? 0).toLocaleString('vi-VN')],
          [work.contact, line?.lastContactAt ? sinceText(line.lastContactAt, Date.now()) : work.never],
        ]}
      />
      <p className={styles.safe}>{work.savedHere}</p>
    </Card>
  );
}
