import { Button } from '@mantine/core';
import { CircleCheckBig, FolderOpen, Printer, UserPlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../../../app/page-context.ts';
import { paths } from '../../../app/paths.ts';
import { printPdf } from '../../../platform/print-pdf.ts';
import { problemText } from '../../../text/problem-text.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import styles from '../intake.module.css';
import { useIntakeText, useReception } from '../intake-context.ts';
import type { Received } from '../intake-state.ts';
import { DueMoment } from './DueMoment.tsx';
import { Qr } from './Qr.tsx';

/** After F9: the code big enough to read across the counter, the slip, and the way to the next person. */
export function ReceivedPanel({ received }: { readonly received: Received }) {
  const reception = useReception();
  const text = useIntakeText();
  const [, go] = useLocation();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  useEffect(() => {
    if (received.printing === 'dialog' && received.pdf) printPdf(received.pdf);
  }, [received.printing, received.pdf]);
  const { done } = text;
  return (
    <section className={styles.done} aria-label={done.label}>
      <div className={styles.doneMain}>
        <p className={styles.doneTitle} role="status">
          <CircleCheckBig size={22} aria-hidden />
          {done.title}
        </p>
        <p className={styles.donePerson}>{received.name}</p>
        <p className="muted">{received.procedureName}</p>
        <div className={styles.doneCode}>
          <Qr text={received.provisionalCode} size={132} label={text.receipt.qr(received.provisionalCode)} />
          <div>
            <p className="muted">{done.code}</p>
            <p className={styles.bigCode} data-provisional-code>
              {received.provisionalCode}
            </p>
            <p className="muted">{done.official}</p>
          </div>
        </div>
        <div>
          <p className="muted">{done.due}</p>
          <DueMoment appointment={received.preflight?.appointment} term={received.preflight?.term?.value} />
        </div>
        <p>{done.safe}</p>
        <PrintNote received={received} />
        <div className={styles.doneActions}>
          <Button
            ref={next}
            h="var(--h-finish)"
            leftSection={<UserPlus size={18} aria-hidden />}
            rightSection={<Kbd>F2</Kbd>}
            onClick={reception.next}
          >
            {done.next}
          </Button>
          <Button
            h="var(--h-finish)"
            variant="default"
            leftSection={<Printer size={18} aria-hidden />}
            onClick={() => void reception.print(true)}
          >
            {done.reprint}
          </Button>
          <Button
            h="var(--h-finish)"
            variant="default"
            leftSection={<FolderOpen size={18} aria-hidden />}
            onClick={() => go(paths.dossier(received.dossier))}
          >
            {done.open}
          </Button>
        </div>
      </div>
      {received.pdf && <Slip pdf={received.pdf} />}
    </section>
  );
}

function PrintNote({ received }: { readonly received: Received }) {
  const text = useIntakeText();
  const { errors } = useText();
  const words = {
    busy: text.done.printing,
    printer: text.done.printed,
    folder: text.done.filed,
    dialog: text.done.dialog,
  };
  if (received.printing === 'failed')
    return received.printProblem ? (
      <ProblemNote
        text={problemText({ ...errors, ...text.problems }, received.printProblem)}
        code={received.printProblem.code}
      />
    ) : null;
  return (
    <p className="muted" role="status" data-printing={received.printing}>
      {words[received.printing]}
    </p>
  );
}

/** The stored slip itself, as it was printed. */
function Slip({ pdf }: { readonly pdf: Uint8Array }) {
  const text = useIntakeText();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([pdf as Uint8Array<ArrayBuffer>], { type: 'application/pdf' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [pdf]);
  return url ? (
    <iframe className={styles.slip} src={`${url}#toolbar=0&navpanes=0`} title={text.done.pdf} />
  ) : null;
}
