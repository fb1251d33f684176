import type { ReactNode } from 'react';
import styles from './ui.module.css';

/** Nothing here: one sentence and at most one action. */
export function EmptyState({
  children,
  action,
}: {
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <p>{children}</p>
      {action}
    </div>
  );
}
