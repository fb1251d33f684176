import { ScanLine, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useLanguage, usePage } from '../../../app/page-context.ts';
import { paths } from '../../../app/paths.ts';
import type { PageWorker } from '../../../platform/page-worker.ts';
import { enIntake } from '../../../text/en.intake.ts';
import { problemText } from '../../../text/problem-text.ts';
import { tables } from '../../../text/texts.ts';
import { viIntake } from '../../../text/vi.intake.ts';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import type { Problem } from '../../../worker/api.ts';
import { listenForScans } from './listen.ts';
import { scanInbox } from './scan-inbox.ts';
import styles from './scanner.module.css';

/** Long enough to read three sentences twice. */
const SHOWN_MS = 20_000;

/** Listens for scanners on every screen: a card opens the reception, a receipt's code opens its dossier. */
export function ScannerListener() {
  const { worker } = usePage();
  const language = useLanguage();
  const [, go] = useLocation();
  const [problem, setProblem] = useState<Problem>();
  const open = useRef(go);
  open.current = go;

  useEffect(
    () =>
      listenForScans({
        rescan: () => {
          setProblem({ code: 'scan-input-method' });
          scanInbox.setState({ inputMethod: true });
        },
        scanned: (reading) => {
          if (reading.kind === 'fault') return setProblem({ code: reading.code });
          scanInbox.setState({ inputMethod: false });
          setProblem(undefined);
          if (reading.kind === 'card') {
            scanInbox.setState({ card: reading.card });
            return open.current(paths.intake);
          }
          void findDossier(worker, reading.code).then((id) =>
            id === undefined
              ? setProblem({ code: 'scan-code-unknown', detail: reading.code })
              : open.current(paths.dossier(id)),
          );
        },
      }),
    [worker],
  );

  useEffect(() => {
    if (!problem) return;
    const timer = setTimeout(() => setProblem(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [problem]);

  if (!problem) return null;
  const text = language === 'en' ? enIntake : viIntake;
  return (
    <div className={styles.scanProblem} data-scan-problem={problem.code}>
      <ScanLine size={18} aria-hidden />
      <ProblemNote
        text={problemText({ ...tables[language].errors, ...text.problems }, problem)}
        code={problem.code}
      />
      <button type="button" aria-label={text.scan.close} onClick={() => setProblem(undefined)}>
        <X size={16} aria-hidden />
      </button>
    </div>
  );
}

/** The dossier that carries a code on this machine. */
function findDossier(worker: PageWorker, code: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let stop: (() => void) | undefined;
    let answered = false;
    stop = worker.watch('dossiers', { tab: 'all', query: code }, ({ rows }) => {
      if (answered) return;
      answered = true;
      resolve((rows.find((row) => row.code === code) ?? (rows.length === 1 ? rows[0] : undefined))?.id);
      queueMicrotask(() => stop?.());
    });
  });
}
