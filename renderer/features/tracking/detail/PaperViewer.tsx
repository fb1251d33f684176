import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useRun, useText } from '../../../app/page-context.ts';
import { problemText } from '../../../text/problem-text.ts';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import type { Problem } from '../../../worker/api.ts';
import styles from './detail.module.css';
import type { ShownFile } from './PaperList.tsx';

interface Opened {
  readonly url: string;
  readonly mediaType: string;
}

/** The open file, decrypted only while it is shown: an image, or a PDF in a frame of its own. */
export function PaperViewer({
  file,
  onClose,
}: {
  readonly file: ShownFile | undefined;
  readonly onClose: () => void;
}) {
  const { work, errors } = useText();
  const { opened, problem } = useOpened(file?.id);
  if (!file) return null;
  return (
    <section className={styles.viewer} aria-label={work.viewer}>
      <header>
        <b className="ellipsis">{file.name}</b>
        <button type="button" onClick={onClose} aria-label={work.closeViewer} title={work.closeViewer}>
          <X size={16} aria-hidden />
        </button>
      </header>
      {problem && <ProblemNote text={problemText(errors, problem)} code={problem.code} />}
      {opened?.mediaType === 'application/pdf' && <iframe src={opened.url} title={file.name} />}
      {opened && opened.mediaType !== 'application/pdf' && <img src={opened.url} alt={file.name} />}
    </section>
  );
}

function useOpened(id: string | undefined): { readonly opened?: Opened; readonly problem?: Problem } {
  const run = useRun();
  const [state, setState] = useState<{ readonly opened?: Opened; readonly problem?: Problem }>({});
  useEffect(() => {
    if (id === undefined) return;
    let url: string | undefined;
    let gone = false;
    void run('attachmentBytes', { id }).then((answer) => {
      if (gone) return;
      if (!answer.ok) return setState({ problem: answer.error });
      const { bytes, mediaType } = answer.value;
      url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }));
      setState({ opened: { url, mediaType } });
    });
    return () => {
      gone = true;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [id, run]);
  return state;
}
