import { Cloud, CloudOff, RefreshCw } from 'lucide-react';
import { Link } from 'wouter';
import type { LineView } from '../../worker/api.ts';
import { lineText } from '../line-text.ts';
import { useText } from '../page-context.ts';
import { paths } from '../paths.ts';
import styles from './shell.module.css';

/** The line in words: offline is a normal state, never an alarm. Leads to what waits. */
export function LineState({ line }: { readonly line: LineView | undefined }) {
  const { shell } = useText();
  const sending = line?.busy === true && line.state !== 'offline' && line.waiting > 0;
  const Icon = sending ? RefreshCw : line?.state === 'online' ? Cloud : CloudOff;
  const look = line?.state === 'online' ? styles.pillOn : styles.pillOff;
  return (
    <Link
      href={paths.outbox}
      className={`${styles.pill} ${look}`}
      data-line={line?.state ?? 'unknown'}
      data-waiting={line?.waiting ?? 0}
      data-files={line?.filesWaiting ?? 0}
    >
      <Icon size={15} aria-hidden />
      <span role="status">{lineText(shell, line)}</span>
    </Link>
  );
}
