import { CloudCheck, CloudUpload, TriangleAlert } from 'lucide-react';
import type { SyncState } from '../../worker/api.ts';
import { useText } from '../page-context.ts';
import styles from './dossier.module.css';

const icons = { waiting: CloudUpload, sent: CloudCheck, attention: TriangleAlert } as const;

/** Whether the province has everything of a dossier: three shapes, each with its word. */
export function SyncMark({ sync, worded }: { readonly sync: SyncState; readonly worded?: boolean }) {
  const { work } = useText();
  const Icon = icons[sync];
  return (
    <span className={`${styles.sync} ${styles[sync]}`} title={work.sync[sync]}>
      <Icon size={16} aria-hidden />
      <span className={worded ? undefined : 'hidden-label'}>{work.sync[sync]}</span>
    </span>
  );
}
