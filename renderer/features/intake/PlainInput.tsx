import { TextInput } from '@mantine/core';
import { faultText } from './fault-text.ts';
import { useIntakeState, useIntakeText, useReception } from './intake-context.ts';

/** A text field of the draft outside the person. */
export function PlainInput(props: {
  readonly field: 'submitterName' | 'submitterPersonalId' | 'organisation' | 'competentAgency';
  readonly label: string;
  readonly required?: boolean;
  readonly numeric?: boolean;
  readonly placeholder?: string;
}) {
  const { field } = props;
  const reception = useReception();
  const text = useIntakeText();
  const value = useIntakeState((state) => state.draft[field]);
  const fault = useIntakeState((state) => state.faults[field]);
  return (
    <TextInput
      data-field={field}
      label={props.label}
      withAsterisk={props.required ?? false}
      required={props.required ?? false}
      inputMode={props.numeric ? 'numeric' : 'text'}
      autoComplete="off"
      spellCheck={false}
      placeholder={props.placeholder ?? ''}
      value={value}
      error={fault && faultText(text, fault)}
      classNames={{ input: props.numeric ? 'num' : '' }}
      onChange={(event) => reception.set({ [field]: event.currentTarget.value.normalize('NFC') })}
      onBlur={() => reception.leave(field)}
    />
  );
}
