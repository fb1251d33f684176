import styles from '../intake.module.css';
import { useIntakeState, useIntakeText } from '../intake-context.ts';
import { PlainInput } from '../PlainInput.tsx';

/** Who comes to the counter when it is not the person herself. */
export function CapacityFields() {
  const text = useIntakeText().person;
  const capacity = useIntakeState((state) => state.draft.capacity);
  if (capacity === 'self') return null;
  return (
    <div className={styles.capacity}>
      {capacity === 'organisation' && (
        <PlainInput field="organisation" label={text.organisationName} required />
      )}
      <PlainInput field="submitterName" label={text.submitterName} required={capacity === 'representative'} />
      <PlainInput field="submitterPersonalId" label={text.submitterId} numeric />
    </div>
  );
}
