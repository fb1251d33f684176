import { Button } from '@mantine/core';
import { Camera, Check, RotateCcw, Scan, X } from 'lucide-react';
import { useState } from 'react';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ProblemNote } from '../../../ui/ProblemNote.tsx';
import { useIntakeState, useIntakeText, useReception } from '../intake-context.ts';
import { Notice } from '../papers/Notice.tsx';
import { CornerHandles } from './CornerHandles.tsx';
import styles from './capture.module.css';
import type { FoundInPhoto } from './capture-messages.ts';
import { pagesToPdf } from './pages-to-pdf.ts';
import { useCamera } from './use-camera.ts';
import { type Capturing, type ShownPage, useCapture } from './use-capture.ts';

/** F7: photographs the pages of one paper and attaches them as one PDF. */
export function CaptureDialog({ paper, onClose }: { readonly paper: string; readonly onClose: () => void }) {
  const reception = useReception();
  const text = useIntakeText();
  const words = text.capture;
  const camera = useCamera();
  const capturing = useCapture();
  const name = useIntakeState((state) => state.draft.papers.find(({ key }) => key === paper)?.name);
  const [busy, setBusy] = useState(false);
  const attach = async (): Promise<void> => {
    setBusy(true);
    const stamp = new Date().toISOString().slice(11, 19).replaceAll(':', '');
    const bytes = pagesToPdf(capturing.pages);
    const done = await reception.attachBytes(paper, { name: words.fileName(stamp), bytes, source: 'photo' });
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={words.title} close={text.draft.close} size={900}>
      <div className={styles.capture}>
        {name && <p className="muted">{words.forPaper(name)}</p>}
        {camera.state === 'missing' && (
          <ProblemNote
            text={{ heading: words.noCamera, safe: words.noCameraSafe, action: words.noCameraAction }}
            code="camera-missing"
          />
        )}
        <Stage camera={camera} capturing={capturing} />
        <Notice row={paper} />
        <Pages pages={capturing.pages} onRemove={capturing.remove} />
        <div className={styles.end}>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          {capturing.pages.length > 0 && (
            <Button loading={busy} onClick={() => void attach()}>
              {words.attach(capturing.pages.length)}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

/** The live picture, the corners to set, or the finished page to judge. */
function Stage({
  camera,
  capturing,
}: {
  readonly camera: ReturnType<typeof useCamera>;
  readonly capturing: Capturing;
}) {
  const words = useIntakeText().capture;
  const { step } = capturing;
  const live = step.kind === 'live';
  return (
    <>
      {camera.state === 'starting' && <p role="status">{words.starting}</p>}
      {step.kind === 'working' && <p role="status">{words.working}</p>}
      {live && step.failed && <p role="alert">{words.failed}</p>}
      <div className={styles.stage} hidden={!live || camera.state !== 'live'}>
        <video ref={camera.video} muted playsInline aria-label={words.view} />
      </div>
      {live && camera.state === 'live' && (
        <div className={styles.actions}>
          <Button
            data-autofocus
            autoFocus
            leftSection={<Camera size={16} aria-hidden />}
            onClick={() => camera.video.current && void capturing.shoot(camera.video.current)}
          >
            {words.shoot}
          </Button>
        </div>
      )}
      {step.kind === 'corners' && (
        <SetCorners key={step.photo} photo={step.photo} found={step.found} capturing={capturing} />
      )}
      {step.kind === 'review' && <Review page={step.page} found={step.found} capturing={capturing} />}
    </>
  );
}

function SetCorners(props: {
  readonly photo: string;
  readonly found: FoundInPhoto;
  readonly capturing: Capturing;
}) {
  const words = useIntakeText().capture;
  const [found, setFound] = useState(props.found);
  return (
    <>
      {!found.reliable && (
        <p role="status" className={styles.hint}>
          {words.corners}
        </p>
      )}
      <CornerHandles photo={props.photo} found={found} onChange={setFound} />
      <div className={styles.actions}>
        <Button
          autoFocus
          leftSection={<Check size={16} aria-hidden />}
          onClick={() => void props.capturing.flatten(props.photo, found)}
        >
          {words.flatten}
        </Button>
        <Button
          variant="default"
          leftSection={<RotateCcw size={16} aria-hidden />}
          onClick={props.capturing.again}
        >
          {words.again}
        </Button>
      </div>
    </>
  );
}

function Review(props: {
  readonly page: ShownPage;
  readonly found: FoundInPhoto;
  readonly capturing: Capturing;
}) {
  const words = useIntakeText().capture;
  const { blurred } = props.found;
  return (
    <>
      {blurred && (
        <p role="alert" className={styles.hint}>
          {words.blurred}
        </p>
      )}
      <img className={styles.page} src={props.page.url} alt={words.page(props.capturing.pages.length + 1)} />
      <div className={styles.actions}>
        <Button
          autoFocus={!blurred}
          variant={blurred ? 'default' : 'filled'}
          leftSection={<Check size={16} aria-hidden />}
          onClick={props.capturing.keep}
        >
          {words.keep}
        </Button>
        <Button
          autoFocus={blurred}
          variant={blurred ? 'filled' : 'default'}
          leftSection={<RotateCcw size={16} aria-hidden />}
          onClick={props.capturing.again}
        >
          {words.again}
        </Button>
        <Button
          variant="default"
          leftSection={<Scan size={16} aria-hidden />}
          onClick={props.capturing.adjust}
        >
          {words.adjust}
        </Button>
      </div>
    </>
  );
}

function Pages(props: { readonly pages: readonly ShownPage[]; readonly onRemove: (url: string) => void }) {
  const words = useIntakeText().capture;
  if (props.pages.length === 0) return null;
  return (
    <ul className={styles.pages} aria-label={words.pages(props.pages.length)}>
      {props.pages.map((page, i) => (
        <li key={page.url}>
          <img src={page.url} alt={words.page(i + 1)} />
          <button type="button" aria-label={words.removePage(i + 1)} onClick={() => props.onRemove(page.url)}>
            <X size={14} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
