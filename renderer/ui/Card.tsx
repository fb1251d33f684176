import type { ReactNode } from 'react';
import styles from './ui.module.css';

/** A section with a heading of its own; `aside` stands at the right of the heading, `beside` directly after it. */
export function Card(props: {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={`${styles.card} ${props.className ?? ''}`} aria-label={props.title}>
      <header className={styles.cardHead}>
        <h2>{props.title}</h2>
        {props.beside}
        {props.aside !== undefined && <div className={styles.cardAside}>{props.aside}</div>}
      </header>
      <div className={styles.cardBody}>{props.children}</div>
    </section>
  );
}
