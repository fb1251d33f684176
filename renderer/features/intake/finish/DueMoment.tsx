import type { Appointment } from '../../../../shared/domain/dossier/payloads.ts';
import type { Term } from '../../../../shared/domain/procedure/procedure.ts';
import { momentText } from '../../../ui/moments.ts';
import styles from '../intake.module.css';
import { useIntakeText } from '../intake-context.ts';
import { termText } from '../procedure/term-text.ts';

/** hẹn trả — hour and day, "dự kiến" with its reason, or that nothing can be promised. */
export function DueMoment(props: {
  readonly appointment: Appointment | undefined;
  readonly term: Term | undefined;
}) {
  const text = useIntakeText();
  const { appointment } = props;
  if (!appointment) return <p className={styles.noDue}>{text.receipt.chooseFirst}</p>;
  const reasons = appointment.reasons.map((reason) => text.receipt.reasons[reason]).join('; ');
  return (
    <>
      <p className={appointment.dueAt ? styles.due : styles.noDue}>
        {appointment.dueAt ? momentText(appointment.dueAt) : text.receipt.noDue}
      </p>
      <p className={styles.dueNote}>
        {props.term && termText(text.procedure, props.term)}
        {(appointment.expected || !appointment.dueAt) && (
          <span className={styles.expected}>
            {' '}
            {appointment.expected ? `${text.receipt.expected}: ${reasons}` : reasons}
          </span>
        )}
      </p>
    </>
  );
}
