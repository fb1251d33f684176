import type { ReactNode } from 'react';
import { LookSwitch } from '../../app/LookSwitch.tsx';
import { useText } from '../../app/page-context.ts';
import { Mark } from '../../ui/Mark.tsx';
import type { SessionView } from '../../worker/api.ts';
import styles from './door.module.css';

/** Frame of the screens before anybody is let in: which office, which data, language and look. */
export function Door(props: {
  readonly session: SessionView;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const { shell } = useText();
  const { office, workspace, version } = props.session;
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <Mark size={44} />
        <div>
          <b>{office?.name ?? shell.product}</b>
          <span>{office ? `${office.parent} · ${office.desk}` : shell.productLong}</span>
        </div>
        {(office?.demonstration ?? workspace === 'demo') && <em>{shell.demonstration}</em>}
      </header>
      <div className={styles.box}>
        <h1>{props.title}</h1>
        {props.children}
      </div>
      <footer className={styles.foot}>
        <LookSwitch />
        <span className="num">{shell.version(version)}</span>
      </footer>
    </main>
  );
}
