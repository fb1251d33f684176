import { Button } from '@mantine/core';
import { CornerDownLeft } from 'lucide-react';
import { useState } from 'react';
import { DueText } from '../../app/dossier/DueText.tsx';
import { StatusTag } from '../../app/dossier/StatusTag.tsx';
import { SyncMark } from '../../app/dossier/SyncMark.tsx';
import { useKeys } from '../../app/keys.ts';
import { useLive, useText } from '../../app/page-context.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { maskedId } from '../../ui/masked-id.ts';
import { momentText } from '../../ui/moments.ts';
import type { DossierDetail, DossierRow } from '../../worker/api.ts';
import { actionsFor } from './acts/actions-for.ts';
import { ForwardDialog } from './acts/ForwardDialog.tsx';
import { Timeline } from './detail/Timeline.tsx';
import styles from './tracking.module.css';

/** The chosen row at a glance; the personal number stays masked here (anybody may stand at the counter). */
export function QuickView(props: {
  readonly row: DossierRow | undefined;
  readonly onOpen: (row: DossierRow) => void;
}) {
  const { work } = useText();
  const { row } = props;
  if (!row)
    return (
      <aside className={styles.quick} aria-label={work.quickView}>
        <EmptyState>{work.chooseRow}</EmptyState>
      </aside>
    );
  return <Chosen key={row.id} row={row} onOpen={props.onOpen} />;
}

function Chosen({ row, onOpen }: { readonly row: DossierRow; readonly onOpen: (row: DossierRow) => void }) {
  const { work } = useText();
  const detail = useLive('dossier', { id: row.id }).value;
  const [forwarding, setForwarding] = useState(false);
  const may = detail ? actionsFor(detail.dossier) : undefined;
  useKeys([{ code: 'KeyC', act: () => may?.forward && setForwarding(true) }]);
  return (
    <aside className={styles.quick} aria-label={work.quickView}>
      <div className={styles.quickHead}>
        <span className="code">{row.code}</span>
        <StatusTag status={row.status} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.quickBody} aria-label={row.code} tabIndex={0}>
        <h2 className={styles.quickName}>{row.name}</h2>
        {detail && <p className="muted num">{maskedId(detail.dossier.applicant.personalId)}</p>}
        <p className={styles.quickProcedure}>{row.procedureName}</p>
        <Facts
          facts={[
            [work.receivedAt, momentText(row.receivedAt)],
            [work.dueAt, <DueText key="due" row={row} />],
            detail?.dossier.assignedTo ? [work.assignedTo, detail.dossier.assignedTo] : undefined,
            [work.columns.sync, <SyncMark key="sync" sync={row.sync} worded />],
          ]}
        />
        {detail && <QuickSteps detail={detail} />}
      </section>
      <div className={styles.quickEnd}>
        <Button onClick={() => onOpen(row)} rightSection={<CornerDownLeft size={14} aria-hidden />}>
          {work.open}
        </Button>
        {may?.forward && (
          <Button variant="default" onClick={() => setForwarding(true)} rightSection={<Kbd>C</Kbd>}>
            {work.forward}
          </Button>
        )}
      </div>
      {forwarding && detail && (
        <ForwardDialog dossier={detail.dossier} onClose={() => setForwarding(false)} />
      )}
    </aside>
  );
}

function QuickSteps({ detail }: { readonly detail: DossierDetail }) {
  const { work } = useText();
  return (
    <>
      <h3 className={styles.quickSteps}>{work.timeline}</h3>
      <Timeline steps={detail.timeline} />
    </>
  );
}
