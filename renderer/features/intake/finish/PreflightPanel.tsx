import { CircleAlert, CircleCheck, CircleDashed, CloudOff, TriangleAlert } from 'lucide-react';
import type { FindingField } from '../../../../shared/domain/dossier/finding.ts';
import { isAsked } from '../draft/change-draft.ts';
import { faultText } from '../fault-text.ts';
import { focusField } from '../focus-field.ts';
import styles from '../intake.module.css';
import { useIntakeState, useIntakeText } from '../intake-context.ts';

/** What is done, missing and worth a look before F9. */
export function PreflightPanel() {
  const text = useIntakeText();
  const words = text.preflight;
  const findings = useIntakeState((state) => state.preflight?.findings);
  const papers = useIntakeState((state) => state.draft.papers);
  const chosen = useIntakeState((state) => state.draft.procedureCode !== undefined);
  if (!findings) return null;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const wrongFields = new Set(errors.map(({ field }) => field));
  const personOk = !(['name', 'personalId', 'birthDate', 'sex', 'phone', 'address'] as const).some((field) =>
    wrongFields.has(field),
  );
  const required = papers.filter((paper) => paper.required && isAsked(paper));
  const held = required.filter((paper) => paper.held);
  return (
    <section className={styles.preflight} aria-label={words.label}>
      <ul>
        {personOk && <Done>{words.personOk}</Done>}
        {chosen && required.length > 0 && held.length === required.length && (
          <Done>{words.papersOk(held.length, required.length)}</Done>
        )}
        {findings.map((finding) => (
          <li key={`${finding.field}.${finding.code}`} data-severity={finding.severity}>
            {finding.severity === 'error' ? (
              <CircleDashed size={16} aria-hidden />
            ) : finding.code === 'population-unchecked' ? (
              <CloudOff size={16} aria-hidden />
            ) : finding.severity === 'warning' ? (
              <TriangleAlert size={16} aria-hidden />
            ) : (
              <CircleAlert size={16} aria-hidden />
            )}
            <FindingText field={finding.field}>{faultText(text, finding.code, finding.detail)}</FindingText>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Done({ children }: { readonly children: string }) {
  return (
    <li data-severity="done">
      <CircleCheck size={16} aria-hidden />
      <span>{children}</span>
    </li>
  );
}

/** A finding leads to its field. */
function FindingText({ field, children }: { readonly field: string; readonly children: string }) {
  return (
    <button
      type="button"
      className={styles.findingLink}
      tabIndex={-1}
      onClick={() => focusField(field as FindingField)}
    >
      {children}
    </button>
  );
}
