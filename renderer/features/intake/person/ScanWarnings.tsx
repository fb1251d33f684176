import { TriangleAlert } from 'lucide-react';
import styles from '../intake.module.css';
import { useIntakeState, useIntakeText } from '../intake-context.ts';

/** What looked odd on the card: shown, and left to the clerk to judge. */
export function ScanWarnings() {
  const text = useIntakeText();
  const warnings = useIntakeState((state) => state.scanWarnings);
  if (warnings.length === 0) return null;
  return (
    <ul className={styles.warnings} role="status">
      {warnings.map((code) => (
        <li key={code}>
          <TriangleAlert size={15} aria-hidden />
          {text.scan.warnings[code] ?? text.findingUnknown(code)}
        </li>
      ))}
    </ul>
  );
}
