import { Button } from '@mantine/core';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { AttentionNote } from '../../app/dossier/AttentionNote.tsx';
import { lineText } from '../../app/line-text.ts';
import { useLive, useRun, useText } from '../../app/page-context.ts';
import { paths } from '../../app/paths.ts';
import { problemText } from '../../text/problem-text.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { clockText, sinceText } from '../../ui/moments.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import type { LineView, OutboxView, Problem } from '../../worker/api.ts';
import { OutboxTable } from './OutboxTable.tsx';
import styles from './outbox.module.css';

/** Đồng bộ: a plain list of what waits, and what a person must look at. Nothing here is ever deleted. */
export function Outbox() {
  const { work, shell, errors } = useText();
  const run = useRun();
  const line = useLive('line').value;
  const live = useLive('outbox');
  const outbox: OutboxView = live.value ?? { entries: [], attention: [] };
  const [problem, setProblem] = useState<Problem>();
  const send = async () => {
    setProblem(undefined);
    const answer = await run('syncNow');
    if (!answer.ok) setProblem(answer.error);
  };
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <h1>{work.outboxTitle}</h1>
        <p>
          <b>{lineText(shell, line)}.</b> <span className="muted">{work.outboxSafe}</span>
        </p>
        <Button
          leftSection={<RefreshCw size={16} aria-hidden />}
          loading={line?.busy ?? false}
          onClick={() => void send()}
        >
          {work.sendNow}
        </Button>
      </div>
      {problem && <ProblemNote text={problemText(errors, problem)} code={problem.code} />}
      <Counters line={line} />
      <div className={styles.split}>
        <div className={styles.list}>
          {live.ready && outbox.entries.length === 0 ? (
            <EmptyState>{work.outboxEmpty}</EmptyState>
          ) : (
            <OutboxTable entries={outbox.entries} />
          )}
        </div>
        <Card title={work.attentionList} className={styles.attention ?? ''}>
          {outbox.attention.length === 0 && <EmptyState>{live.ready ? work.attentionEmpty : ''}</EmptyState>}
          {outbox.attention.map((item) => (
            <article key={item.id} className={styles.item}>
              <AttentionNote item={item} />
              <Link href={paths.dossier(item.dossier)}>{work.open}</Link>
            </article>
          ))}
        </Card>
      </div>
    </main>
  );
}

function Counters({ line }: { readonly line: LineView | undefined }) {
  const { work, errors } = useText();
  const reason =
    line?.state === 'offline' && line.reason ? problemText(errors, { code: line.reason }) : undefined;
  return (
    <ul className={styles.counters}>
      <Counter n={line?.waiting ?? 0} word={work.counters.waiting} look={styles.waiting} />
      <Counter n={line?.filesWaiting ?? 0} word={work.counters.files} look={styles.waiting} />
      <Counter n={line?.attention ?? 0} word={work.counters.attention} look={styles.bad} />
      <li className={styles.contact}>
        <span>
          {work.contact}{' '}
          <b className="num">
            {line?.lastContactAt ? sinceText(line.lastContactAt, Date.now()) : work.never}
          </b>
        </span>
        {reason && <span className="muted">{reason.heading}</span>}
        {line?.state === 'offline' && line.nextTryAt && (
          <span className="muted num">{work.nextTry(clockText(line.nextTryAt))}</span>
        )}
      </li>
    </ul>
  );
}

function Counter(props: { readonly n: number; readonly word: string; readonly look: string | undefined }) {
  return (
    <li>
      <b className={`num ${props.n > 0 ? props.look : ''}`}>{props.n.toLocaleString('vi-VN')}</b>
      <span>{props.word}</span>
    </li>
  );
}
