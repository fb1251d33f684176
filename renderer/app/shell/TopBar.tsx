import { Keyboard, Lock, Search } from 'lucide-react';
import { useLocation } from 'wouter';
import { initials } from '../../ui/initials.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Mark } from '../../ui/Mark.tsx';
import type { LineView, SessionView } from '../../worker/api.ts';
import { askFind } from '../list-state.ts';
import { useRun, useText } from '../page-context.ts';
import { paths } from '../paths.ts';
import { LineState } from './LineState.tsx';
import { LookMenu } from './LookMenu.tsx';
import styles from './shell.module.css';

/** Who and where, the way to every dossier, the state of the line, and the lock. */
export function TopBar(props: {
  readonly session: SessionView;
  readonly line: LineView | undefined;
  readonly onKeys: () => void;
}) {
  const { shell } = useText();
  const [, go] = useLocation();
  const run = useRun();
  const { office, clerk } = props.session;
  return (
    <header className={styles.top}>
      <div className={styles.mark}>
        <Mark size={28} />
      </div>
      <div className={styles.office}>
        <b className="ellipsis">{office?.name ?? shell.product}</b>
        <span className="ellipsis">
          {office ? `${office.desk} · ${office.deviceName}` : shell.productLong}
        </span>
      </div>
      <button
        type="button"
        className={styles.find}
        onClick={() => {
          go(paths.dossiers);
          askFind();
        }}
      >
        <Search size={15} aria-hidden />
        <span className="ellipsis">{shell.find}</span>
        <Kbd>F3</Kbd>
      </button>
      <LineState line={props.line} />
      <div className={styles.clerk}>
        <span className={styles.initials} aria-hidden>
          {initials(clerk?.name ?? '')}
        </span>
        <span className={styles.clerkName}>
          <span className="ellipsis">{clerk?.name}</span>
          <small>{shell.clerk}</small>
        </span>
      </div>
      <div className={styles.topButtons}>
        <button type="button" onClick={props.onKeys} aria-label={shell.keys} title={`${shell.keys} (F1)`}>
          <Keyboard size={18} aria-hidden />
        </button>
        <LookMenu />
        <button
          type="button"
          onClick={() => void run('lock')}
          aria-label={shell.lock}
          title={`${shell.lock} (${shell.lockKey})`}
        >
          <Lock size={18} aria-hidden />
        </button>
      </div>
    </header>
  );
}
