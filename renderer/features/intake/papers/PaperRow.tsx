import { X } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import type { DraftPaper } from '../../../worker/api.ts';
import { faultText } from '../fault-text.ts';
import styles from '../intake.module.css';
import { useIntakeState, useIntakeText, useReception } from '../intake-context.ts';
import { focusNeighbour } from './focus-paper.ts';
import { Notice } from './Notice.tsx';
import { PaperCounts } from './PaperCounts.tsx';
import { PaperFiles } from './PaperFiles.tsx';

/** One paper of the checklist. Native controls: there may be many rows. */
export function PaperRow({
  paper,
  scanFolder,
}: {
  readonly paper: DraftPaper;
  readonly scanFolder: boolean;
}) {
  const reception = useReception();
  const text = useIntakeText();
  const words = text.papers;
  const fault = useIntakeState((state) => state.faults[`paper:${paper.key}`]);
  const current = useIntakeState((state) => state.focusedPaper === paper.key);
  const noticed = useIntakeState((state) => state.paperNotices[paper.key] !== undefined);
  const [over, setOver] = useState(false);
  if (paper.reuse !== undefined) return <ReusedRow paper={paper} where={paper.reuse} />;
  const takesFiles = paper.form !== 'presented';
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (takesFiles) void reception.attachFiles(paper.key, [...event.dataTransfer.files]);
  };
  return (
    <>
      <tr
        className={`${current ? styles.current : ''} ${over && takesFiles ? styles.over : ''}`}
        onFocus={() => reception.focusPaper(paper.key)}
        onClick={() => reception.focusPaper(paper.key)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <td>
          <input
            type="checkbox"
            data-paper-tick={paper.key}
            data-field={`paper:${paper.key}`}
            className={styles.tick}
            aria-label={`${words.held}: ${paper.name}`}
            checked={paper.held}
            onChange={(event) => reception.setPaper(paper.key, { held: event.currentTarget.checked })}
            onKeyDown={(event) => {
              // Enter on a tick: everything required is here, the quick way to F9
              if (event.code === 'Enter') reception.holdRequired();
              const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : undefined;
              if (step && focusNeighbour(event.currentTarget, step)) event.preventDefault();
            }}
          />
        </td>
        <td className={styles.paperName}>
          {paper.name}
          {paper.required && (
            <span className={styles.required} title={words.required}>
              {' *'}
              <span className="hidden-label">{words.required}</span>
            </span>
          )}
          {fault && <small className={styles.fault}>{faultText(text, fault)}</small>}
          {paper.typed && (
            <button
              type="button"
              className={styles.iconButton}
              aria-label={words.removePaper(paper.name)}
              onClick={() => reception.removePaper(paper.key)}
            >
              <X size={14} aria-hidden />
            </button>
          )}
        </td>
        <td>
          <select
            className={styles.small}
            aria-label={words.formOf(paper.name)}
            value={paper.form}
            onChange={(event) =>
              reception.setPaper(paper.key, { form: event.currentTarget.value as DraftPaper['form'] })
            }
          >
            <option value="original">{words.original}</option>
            <option value="copy">{words.copy}</option>
            <option value="presented">{words.presented}</option>
          </select>
        </td>
        <td>
          <PaperCounts paper={paper} />
        </td>
        <td>
          <PaperFiles paper={paper} current={current} scanFolder={scanFolder} />
        </td>
      </tr>
      {noticed && (
        <tr className={styles.noticeRow}>
          <td colSpan={5}>
            <Notice row={paper.key} />
          </td>
        </tr>
      )}
    </>
  );
}

/** A shared database holds it (R5): shown so that nobody asks for it. */
function ReusedRow({ paper, where }: { readonly paper: DraftPaper; readonly where: string }) {
  const words = useIntakeText().papers;
  return (
    <tr className={styles.reused}>
      <td />
      <td className={styles.paperName}>
        {paper.name}
        <small>{words.reuse(where)}</small>
      </td>
      <td />
      <td />
      <td>{words.reuseFiles}</td>
    </tr>
  );
}
