import styles from './ui.module.css';

/** The key that does the same as the button it stands in. Read aloud it would only disturb. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className={styles.kbd} aria-hidden>
      {children}
    </kbd>
  );
}
