import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ArrowLeft, Pencil, Printer, SendHorizontal, Stamp } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { DueText } from '../../../app/dossier/DueText.tsx';
import { StatusTag } from '../../../app/dossier/StatusTag.tsx';
import { SyncMark } from '../../../app/dossier/SyncMark.tsx';
import { useKeys } from '../../../app/keys.ts';
import { useLive, useRun, useText } from '../../../app/page-context.ts';
import { paths } from '../../../app/paths.ts';
import { printPdf } from '../../../platform/print-pdf.ts';
import { problemText } from '../../../text/problem-text.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import type { DossierDetail, Problem } from '../../../worker/api.ts';
import { AmendDialog } from '../acts/AmendDialog.tsx';
import { actionsFor } from '../acts/actions-for.ts';
import { ForwardDialog } from '../acts/ForwardDialog.tsx';
import { ReturnDialog } from '../acts/ReturnDialog.tsx';
import { DossierBody } from './DossierBody.tsx';
import styles from './detail.module.css';
import { Neighbours } from './Neighbours.tsx';

/** Chi tiết hồ sơ: who, what, until when, with which papers, what happened; and the acts that exist now. */
export function DossierPage({ id }: { readonly id: string }) {
  const { work } = useText();
  const live = useLive('dossier', { id });
  if (!live.ready) return <main className={styles.page} aria-busy />;
  if (!live.value)
    return (
      <main className={styles.page}>
        <EmptyState action={<Link href={paths.dossiers}>{work.backToList}</Link>}>{work.missing}</EmptyState>
      </main>
    );
  return (
    <main className={styles.page}>
      <Head detail={live.value} />
      <DossierBody detail={live.value} />
    </main>
  );
}

type Act = 'forward' | 'return' | 'amend';

function Head({ detail }: { readonly detail: DossierDetail }) {
  const { work, errors } = useText();
  const { dossier, row } = detail;
  const [dialog, setDialog] = useState<Act>();
  const [problem, setProblem] = useState<Problem>();
  const reprint = useReprint(dossier.id, setProblem);
  const may = actionsFor(dossier);
  useKeys([
    { code: 'KeyC', act: () => may.forward && setDialog('forward') },
    { code: 'KeyR', act: () => may.returnResult && setDialog('return') },
  ]);
  const close = () => setDialog(undefined);
  return (
    <>
      <div className={styles.head}>
        <Link
          href={paths.dossiers}
          className={styles.back}
          aria-label={work.backToList}
          title={`${work.backToList} (Esc)`}
        >
          <ArrowLeft size={18} aria-hidden />
        </Link>
        <div className={styles.title}>
          <h1 className="ellipsis">{dossier.applicant.name}</h1>
          <span className="ellipsis muted">
            <span className="code">{row.code}</span> · {dossier.procedure.name}
          </span>
        </div>
        <StatusTag status={row.status} />
        <span className={styles.due}>
          <DueText row={row} />
        </span>
        <SyncMark sync={row.sync} worded />
        <Neighbours id={dossier.id} />
      </div>
      <div className={styles.actions}>
        {may.returnResult && (
          <Button
            data-act="return"
            leftSection={<Stamp size={16} aria-hidden />}
            rightSection={<Kbd>R</Kbd>}
            onClick={() => setDialog('return')}
          >
            {work.returnResult}
          </Button>
        )}
        {may.forward && (
          <Button
            data-act="forward"
            leftSection={<SendHorizontal size={16} aria-hidden />}
            rightSection={<Kbd>C</Kbd>}
            onClick={() => setDialog('forward')}
          >
            {work.forward}
          </Button>
        )}
        {may.amend && (
          <Button
            data-act="amend"
            variant="default"
            leftSection={<Pencil size={16} aria-hidden />}
            onClick={() => setDialog('amend')}
          >
            {work.amend}
          </Button>
        )}
        <Button
          data-act="reprint"
          variant="default"
          leftSection={<Printer size={16} aria-hidden />}
          onClick={() => void reprint()}
        >
          {work.reprint}
        </Button>
      </div>
      {problem && (
        <div className={styles.problem}>
          <ProblemNote text={problemText(errors, problem)} code={problem.code} />
        </div>
      )}
      {dialog === 'forward' && <ForwardDialog dossier={dossier} onClose={close} />}
      {dialog === 'return' && <ReturnDialog dossier={dossier} onClose={close} />}
      {dialog === 'amend' && <AmendDialog dossier={dossier} onClose={close} />}
    </>
  );
}

/** The stored slip again, marked "In lại". */
function useReprint(dossier: string, setProblem: (problem: Problem | undefined) => void) {
  const run = useRun();
  const { work } = useText();
  return async () => {
    setProblem(undefined);
    const answer = await run('printReceipt', { dossier, reprint: true });
    if (!answer.ok) return setProblem(answer.error);
    if (answer.value.via === 'dialog') printPdf(answer.value.pdf);
    else notifications.show({ message: work.reprintDone });
  };
}
