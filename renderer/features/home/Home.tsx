import { Button } from '@mantine/core';
import { FilePlus2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { DueText } from '../../app/dossier/DueText.tsx';
import { StatusTag } from '../../app/dossier/StatusTag.tsx';
import { SyncMark } from '../../app/dossier/SyncMark.tsx';
import { showTab, useListState } from '../../app/list-state.ts';
import { useLive, useText } from '../../app/page-context.ts';
import { paths } from '../../app/paths.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { clockText } from '../../ui/moments.ts';
import type { DossierRow, HomeView, ListTab } from '../../worker/api.ts';
import styles from './home.module.css';
import { LineCard } from './LineCard.tsx';

const nothing: HomeView = { receivedToday: 0, today: [], dueSoon: [], overdue: [], supplement: 0 };

/** Quầy: receive, what presses, what waits. Nothing here shows a personal number. */
export function Home() {
  const { work } = useText();
  const live = useLive('home');
  const home = live.value ?? nothing;
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{work.homeTitle}</h1>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Receive />
          <Card
            title={work.receivedToday}
            beside={<Count n={home.receivedToday} />}
            aside={<ShowAll tab="open" />}
            className={styles.grows ?? ''}
          >
            <Rows rows={home.today} empty={live.ready ? work.todayEmpty : ''}>
              {(row) => (
                <>
                  <span className="num muted">{clockText(row.receivedAt)}</span>
                  <StatusTag status={row.status} />
                  <SyncMark sync={row.sync} />
                </>
              )}
            </Rows>
          </Card>
        </div>
        <div className={styles.column}>
          <Card
            title={work.overdueTitle}
            beside={<Count n={home.overdue.length} late />}
            aside={<ShowAll tab="overdue" />}
            className={styles.grows ?? ''}
          >
            <Rows rows={home.overdue} empty={live.ready ? work.overdueEmpty : ''}>
              {(row) => <DueText row={row} />}
            </Rows>
          </Card>
          <Card
            title={work.dueSoonTitle}
            beside={<Count n={home.dueSoon.length} />}
            aside={<ShowAll tab="due-soon" />}
            className={styles.grows ?? ''}
          >
            <Rows rows={home.dueSoon} empty={live.ready ? work.dueSoonEmpty : ''}>
              {(row) => <DueText row={row} />}
            </Rows>
          </Card>
        </div>
        <div className={styles.column}>
          <LineCard />
          <Card
            title={work.supplementTitle}
            beside={<Count n={home.supplement} />}
            aside={<ShowAll tab="supplement" />}
          >
            <p className="muted">{work.standing}</p>
          </Card>
        </div>
      </div>
    </main>
  );
}

function Receive() {
  const { work } = useText();
  const [, go] = useLocation();
  return (
    <div className={styles.receive}>
      <Button
        fullWidth
        h={64}
        fz={18}
        leftSection={<FilePlus2 size={24} aria-hidden />}
        rightSection={<Kbd>F2</Kbd>}
        onClick={() => go(paths.intake)}
      >
        {work.receive}
      </Button>
      <p className="muted">{work.receiveHint}</p>
    </div>
  );
}

function Count({ n, late }: { readonly n: number; readonly late?: boolean }) {
  return <b className={`${styles.count} num ${late && n > 0 ? 'late' : ''}`}>{n.toLocaleString('vi-VN')}</b>;
}

function ShowAll({ tab }: { readonly tab: ListTab }) {
  const { work } = useText();
  return (
    <Link href={paths.dossiers} className={styles.all} onClick={() => showTab(tab)}>
      {work.showAll}
      <span className="hidden-label">: {work.tabs[tab]}</span>
    </Link>
  );
}

function Rows(props: {
  readonly rows: readonly DossierRow[];
  readonly empty: string;
  readonly children: (row: DossierRow) => ReactNode;
}) {
  if (props.rows.length === 0) return <EmptyState>{props.empty}</EmptyState>;
  return (
    <ul className={styles.rows}>
      {props.rows.map((row) => (
        <li key={row.id}>
          <Link
            href={paths.dossier(row.id)}
            className={styles.row}
            onClick={() => useListState.setState({ selected: row.id })}
          >
            <span className={styles.who}>
              <b className="ellipsis">{row.name}</b>
              <span className="ellipsis muted">{row.procedureName}</span>
            </span>
            <span className={styles.rowEnd}>{props.children(row)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
