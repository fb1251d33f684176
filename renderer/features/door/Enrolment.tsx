import { Button } from '@mantine/core';
import { FileKey2 } from 'lucide-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { usePage, useRun, useText } from '../../app/page-context.ts';
import { problemText } from '../../text/problem-text.ts';
import { Facts } from '../../ui/Facts.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import type { Problem, SessionView } from '../../worker/api.ts';
import { Door } from './Door.tsx';
import styles from './door.module.css';
import { prepareDemonstration } from './prepare-demonstration.ts';
import { Secrets } from './Secrets.tsx';
import type { OfferedEnrolment } from './secret-rules.ts';

/** Ghi danh: the first screen of an office. A signed file, then one secret per clerk; no line is needed. */
export function Enrolment({ session }: { readonly session: SessionView }) {
  const { door, errors } = useText();
  const run = useRun();
  const [file, setFile] = useState<string>();
  const [offered, setOffered] = useState<OfferedEnrolment>();
  const [problem, setProblem] = useState<Problem | undefined>(session.problem);
  const [busy, setBusy] = useState(false);
  const preparing = useDemonstration(session, setProblem);

  const read = async (chosen: Blob) => {
    setProblem(undefined);
    const text = await chosen.text();
    const answer = await run('readEnrolment', { file: text });
    if (!answer.ok) return setProblem(answer.error);
    setFile(text);
    setOffered(answer.value);
  };
  const enrol = async (secrets: readonly { clerk: string; secret: string }[]) => {
    if (file === undefined || busy) return;
    setBusy(true);
    setProblem(undefined);
    const answer = await run('enrol', { file, secrets });
    setBusy(false);
    if (!answer.ok) setProblem(answer.error);
  };

  return (
    <Door session={session} title={door.enrolTitle}>
      {preparing ? (
        <p role="status">{door.preparing}</p>
      ) : offered === undefined ? (
        <FileChoice onFile={(chosen) => void read(chosen)} />
      ) : (
        <>
          <Facts
            facts={[
              [door.enrolAgency, offered.agency],
              [door.enrolDevice, offered.deviceName],
            ]}
          />
          {offered.demonstration && <p className={styles.note}>{door.demonstrationNote}</p>}
          <Secrets
            offered={offered}
            busy={busy}
            onReady={(secrets) => void enrol(secrets)}
            onOther={() => setOffered(undefined)}
          />
        </>
      )}
      {problem && <ProblemNote text={problemText(errors, problem)} code={problem.code} />}
    </Door>
  );
}

/** The demonstration enrols itself with the file it brings along; without one it is enrolled like an office. */
function useDemonstration(session: SessionView, failed: (problem: Problem) => void): boolean {
  const run = useRun();
  const { offeredEnrolment } = usePage();
  const [preparing, setPreparing] = useState(session.workspace === 'demo');
  useEffect(() => {
    if (session.workspace !== 'demo') return;
    void prepareDemonstration(offeredEnrolment, run).then((answer) => {
      if (!answer.ok) failed(answer.error);
      setPreparing(false);
    });
  }, [session.workspace, offeredEnrolment, run, failed]);
  return preparing;
}

function FileChoice({ onFile }: { readonly onFile: (file: Blob) => void }) {
  const { door } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <>
      <p className="muted">{door.enrolLead}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first */}
      <div
        className={`${styles.drop} ${over ? styles.dropOver : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          type="file"
          hidden
          aria-label={door.enrolChoose}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) onFile(file);
            event.currentTarget.value = '';
          }}
        />
        <Button
          autoFocus
          h={46}
          leftSection={<FileKey2 size={18} aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {door.enrolChoose}
        </Button>
        <span>{door.enrolDrop}</span>
      </div>
    </>
  );
}
