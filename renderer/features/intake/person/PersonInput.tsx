import { TextInput } from '@mantine/core';
import { useId } from 'react';
import type { PersonField } from '../draft/change-draft.ts';
import { faultText } from '../fault-text.ts';
import styles from '../intake.module.css';
import { useIntakeState, useIntakeText, useReception } from '../intake-context.ts';

/** One field of the person with its source mark (quét, gõ, khai thác) and its message. */
export function PersonInput(props: {
  readonly field: Exclude<PersonField, 'sex'>;
  readonly label: string;
  readonly required?: boolean;
  readonly strong?: boolean;
  readonly numeric?: boolean;
  readonly placeholder?: string;
  readonly onComplete?: (text: string) => void;
}) {
  const { field } = props;
  const reception = useReception();
  const text = useIntakeText();
  const value = useIntakeState((state) => state.draft.person[field]);
  const fault = useIntakeState((state) => state.faults[field]);
  const id = useId();
  return (
    <div className={styles.field}>
      <TextInput
        id={id}
        data-field={field}
        label={props.label}
        withAsterisk={props.required ?? false}
        required={props.required ?? false}
        inputMode={props.numeric ? 'numeric' : 'text'}
        autoComplete="off"
        spellCheck={false}
        placeholder={props.placeholder ?? ''}
        value={value.text}
        error={fault && faultText(text, fault)}
        classNames={{ input: `${props.numeric ? 'num' : ''} ${props.strong ? styles.strong : ''}` }}
        onChange={(event) => {
          reception.typePerson(field, event.currentTarget.value);
          props.onComplete?.(event.currentTarget.value);
        }}
        onBlur={() => reception.leave(field)}
      />
      {value.text !== '' && (
        <span
          className={styles.source}
          data-source={value.source}
          title={text.person.sourceLabels[value.source]}
        >
          {text.person.sources[value.source]}
        </span>
      )}
    </div>
  );
}
