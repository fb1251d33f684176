import { FileText } from 'lucide-react';
import { useText } from '../../../app/page-context.ts';
import type { Texts } from '../../../text/texts.ts';
import type { DossierDetail } from '../../../worker/api.ts';
import styles from './detail.module.css';

/** A file that is open in the viewer: `id` is the local attachment. */
export interface ShownFile {
  readonly id: string;
  readonly name: string;
}

/** Thành phần hồ sơ with their files; a paper that was only presented has none and says so (R16). */
export function PaperList(props: {
  readonly detail: DossierDetail;
  readonly shown: ShownFile | undefined;
  readonly onShow: (file: ShownFile) => void;
}) {
  const { work } = useText();
  const { dossier, attachments } = props.detail;
  if (dossier.components.length === 0) return <p className="muted">{work.noPapers}</p>;
  return (
    <ul className={styles.papers}>
      {dossier.components.map((component) => (
        <li key={component.key}>
          <div className={styles.paper}>
            <span>{component.name}</span>
            <small>
              {component.form === 'presented'
                ? work.forms.presented
                : work.counts(component.originals, component.copies)}
            </small>
          </div>
          {component.attachments.length === 0 && (
            <small className="muted">
              {component.form === 'presented' ? work.presentedNoFile : work.noFile}
            </small>
          )}
          {component.attachments.map((file) => {
            const known = attachments.find((each) => each.sha256 === file.sha256);
            return (
              <FileRow
                key={file.id}
                name={file.name}
                bytes={file.bytes}
                localId={known?.localId}
                arrived={known?.arrived ?? false}
                current={props.shown !== undefined && props.shown.id === known?.localId}
                onShow={props.onShow}
              />
            );
          })}
        </li>
      ))}
    </ul>
  );
}

function FileRow(props: {
  readonly name: string;
  readonly bytes: number;
  readonly localId: string | undefined;
  readonly arrived: boolean;
  readonly current: boolean;
  readonly onShow: (file: ShownFile) => void;
}) {
  const { work } = useText();
  const { localId, name } = props;
  const state = `${sizeText(work, props.bytes)} · ${props.arrived ? work.arrived : work.notArrived}`;
  if (localId === undefined)
    return (
      <span className={styles.file}>
        <FileText size={18} aria-hidden />
        <span className="ellipsis">{name}</span>
        <small>{work.notHere}</small>
      </span>
    );
  return (
    <button
      type="button"
      className={styles.file}
      aria-pressed={props.current}
      onClick={() => props.onShow({ id: localId, name })}
    >
      <FileText size={18} aria-hidden />
      <span className="ellipsis">
        <span className="hidden-label">{work.view(name)}</span>
        <span aria-hidden>{name}</span>
      </span>
      <small className="num">{state}</small>
    </button>
  );
}

/** Size of a file in the reader's units. */
function sizeText(work: Texts['work'], bytes: number): string {
  if (bytes < 1_000_000) return work.kb(Math.max(1, Math.round(bytes / 1000)).toLocaleString('vi-VN'));
  return work.mb((bytes / 1_000_000).toLocaleString('vi-VN', { maximumFractionDigits: 1 }));
}
