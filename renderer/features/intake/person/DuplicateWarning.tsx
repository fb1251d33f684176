import { TriangleAlert } from 'lucide-react';
import { Link } from 'wouter';
import { paths } from '../../../app/paths.ts';
import styles from '../intake.module.css';
import { useIntakeState, useIntakeText } from '../intake-context.ts';
import { sameDayDossier } from './same-day-dossier.ts';

/** The same person brought the same procedure within a day: shown with the way there, and left to the clerk. */
export function DuplicateWarning() {
  const text = useIntakeText().person;
  const code = useIntakeState((state) => state.draft.procedureCode);
  const earlier = useIntakeState((state) => state.earlier);
  const same = sameDayDossier(earlier, code, Date.now());
  if (!same) return null;
  return (
    <p className={styles.duplicate} role="status">
      <TriangleAlert size={15} aria-hidden />
      {text.duplicate}
      <Link href={paths.dossier(same.id)} className="code">
        {same.code}
      </Link>
    </p>
  );
}
