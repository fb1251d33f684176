import { useEffect, useState } from 'react';
import { useRun, useText } from '../../../app/page-context.ts';
import { problemText } from '../../../text/problem-text.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import type { DraftAttachment, Problem } from '../../../worker/api.ts';
import styles from '../intake.module.css';
import { useIntakeText } from '../intake-context.ts';

/** The stored file as the machine keeps it, opened in the window. */
export function AttachmentPreview(props: { readonly file: DraftAttachment; readonly onClose: () => void }) {
  const { file } = props;
  const run = useRun();
  const text = useIntakeText();
  const { errors } = useText();
  const [url, setUrl] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once per file, not at every drawing
  useEffect(() => {
    let made: string | undefined;
    let wanted = true;
    run('attachmentBytes', { id: file.id }).then((answer) => {
      if (!wanted) return;
      if (!answer.ok) return setProblem(answer.error);
      made = URL.createObjectURL(
        new Blob([answer.value.bytes as Uint8Array<ArrayBuffer>], { type: answer.value.mediaType }),
      );
      setUrl(made);
    });
    return () => {
      wanted = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [file.id]);
  return (
    <Dialog opened onClose={props.onClose} title={file.name} close={text.draft.close} size={860}>
      {problem && (
        <ProblemNote text={problemText({ ...errors, ...text.problems }, problem)} code={problem.code} />
      )}
      {url && file.mediaType === 'application/pdf' && (
        <iframe className={styles.previewPdf} src={url} title={file.name} />
      )}
      {url && file.mediaType !== 'application/pdf' && (
        <img className={styles.previewImage} src={url} alt={file.name} />
      )}
    </Dialog>
  );
}
