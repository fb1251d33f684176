import { FolderInput, FolderX, Keyboard, Printer } from 'lucide-react';
import { useStore } from 'zustand';
import { scanInbox } from '../../features/intake/scanner/scan-inbox.ts';
import { sinceText } from '../../ui/moments.ts';
import type { LineView, SessionView } from '../../worker/api.ts';
import { useText } from '../page-context.ts';
import styles from './shell.module.css';

/** What is attached, when the province was last heard, which version and whose data. */
export function StatusBar(props: { readonly session: SessionView; readonly line: LineView | undefined }) {
  const { shell } = useText();
  const { session, line } = props;
  const inputMethod = useStore(scanInbox, (inbox) => inbox.inputMethod);
  const printing = {
    folder: shell.printFolder,
    printer: shell.printPrinter,
    dialog: shell.printDialog,
  }[session.printing];
  return (
    <footer className={styles.status}>
      <h2 className="hidden-label">{shell.deviceStatus}</h2>
      <span className={styles.device}>
        {session.scanFolder ? <FolderInput size={14} aria-hidden /> : <FolderX size={14} aria-hidden />}
        {session.scanFolder ? shell.scanFolder : shell.noScanFolder}
      </span>
      <span className={styles.device}>
        <Printer size={14} aria-hidden />
        {printing}
      </span>
      {inputMethod && (
        <span className={styles.lamp} role="status">
          <Keyboard size={14} aria-hidden />
          {shell.inputMethodOn}
        </span>
      )}
      <span className={styles.statusEnd}>
        <span className="num">
          {line?.lastContactAt
            ? shell.lastContact(sinceText(line.lastContactAt, Date.now()))
            : shell.noContact}
        </span>
        <span className="num">{shell.version(session.version)}</span>
        {session.office?.demonstration && <b className={styles.sample}>{shell.demonstration}</b>}
        {session.workspace === 'practice' && <b className={styles.practice}>{shell.practice}</b>}
      </span>
    </footer>
  );
}
