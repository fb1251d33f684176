import { Paperclip, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { DraftAttachment, DraftPaper } from '../../../worker/api.ts';
import styles from '../intake.module.css';
import { useIntakeState, useIntakeText, useReception } from '../intake-context.ts';
import { AttachmentPreview } from './AttachmentPreview.tsx';
import { sizeText } from './size-text.ts';

/** Files of one paper: what is there, and how to add one. A presented paper has neither (R16). */
export function PaperFiles(props: {
  readonly paper: DraftPaper;
  readonly current: boolean;
  readonly scanFolder: boolean;
}) {
  const { paper } = props;
  const reception = useReception();
  const words = useIntakeText().papers;
  const busy = useIntakeState((state) => state.attaching.includes(paper.key));
  const picker = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState<DraftAttachment>();
  const scans = props.current && props.scanFolder && paper.attachments.length === 0;
  const action = scans ? words.scanHint : words.attach;
  if (paper.form === 'presented') return <span className={styles.none}>{words.notScanned}</span>;
  return (
    <div className={styles.files}>
      {paper.attachments.map((file) => (
        <span key={file.id} className={styles.file}>
          <button
            type="button"
            className={styles.fileOpen}
            title={words.preview(file.name)}
            onClick={() => setShown(file)}
          >
            <span className={styles.thumb} aria-hidden />
            <span className={styles.fileText}>
              <span className="ellipsis">{file.name}</span>
              <small>
                {sizeText(file.bytes)} · {words.sources[file.source]}
              </small>
            </span>
          </button>
          <button
            type="button"
            className={styles.iconButton}
            aria-label={words.remove(file.name)}
            onClick={() => reception.removeAttachment(paper.key, file.id)}
          >
            <X size={14} aria-hidden />
          </button>
        </span>
      ))}
      {busy ? (
        <span className={styles.none} role="status">
          {words.attaching}
        </span>
      ) : (
        <button
          type="button"
          className={styles.attach}
          aria-label={`${action}: ${paper.name}`}
          onClick={() => picker.current?.click()}
        >
          <Paperclip size={14} aria-hidden />
          {props.current && props.scanFolder && paper.attachments.length === 0
            ? words.scanHint
            : words.attach}
        </button>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept="application/pdf,image/jpeg,image/png"
        data-attach={paper.key}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          void reception.attachFiles(paper.key, files);
        }}
      />
      {shown && <AttachmentPreview file={shown} onClose={() => setShown(undefined)} />}
    </div>
  );
}
