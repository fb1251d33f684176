import type { ReactNode } from 'react';
import styles from './ui.module.css';

export type Tone = 'gray' | 'blue' | 'indigo' | 'teal' | 'green' | 'amber' | 'red' | 'violet';

/** A state in a word, with a tone beside it; the tone alone never says anything. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}
