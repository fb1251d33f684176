import type { ReactNode } from 'react';
import { Mark } from '../ui/Mark.tsx';
import styles from './plain.module.css';

/** A page with one message, outside the shell: starting, failed, second window, crash. */
export function Plain(props: {
  readonly title: string;
  readonly alert?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <main className={styles.page}>
      <div className={styles.box} role={props.alert ? 'alert' : undefined}>
        <Mark size={40} />
        <h1>{props.title}</h1>
        {props.children}
      </div>
    </main>
  );
}
