import { Button, PasswordInput } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useText } from '../../app/page-context.ts';
import styles from './door.module.css';
import { faultOf, type OfferedEnrolment, type SecretFault } from './secret-rules.ts';

type Typed = Readonly<Record<string, { readonly first: string; readonly again: string }>>;

/** One secret per clerk, typed twice; faults stand at the field and take the focus. */
export function Secrets(props: {
  readonly offered: OfferedEnrolment;
  readonly busy: boolean;
  readonly onReady: (secrets: readonly { clerk: string; secret: string }[]) => void;
  readonly onOther: () => void;
}) {
  const { door } = useText();
  const { clerks, secret: kind } = props.offered;
  const [typed, setTyped] = useState<Typed>({});
  const [shown, setShown] = useState(false);
  const of = (clerk: string) => typed[clerk] ?? { first: '', again: '' };
  const faults = new Map<string, SecretFault>();
  for (const clerk of clerks) {
    const fault = faultOf(kind, of(clerk.id).first, of(clerk.id).again);
    if (fault) faults.set(clerk.id, fault);
  }
  const words: Readonly<Record<SecretFault, string>> = {
    'pin-short': door.pinShort,
    'passphrase-short': door.passphraseShort,
    differ: door.secretsDiffer,
  };
  const submit = () => {
    setShown(true);
    const faulty = clerks.find((clerk) => faults.has(clerk.id));
    if (!faulty) return props.onReady(clerks.map(({ id }) => ({ clerk: id, secret: of(id).first })));
    const field = faults.get(faulty.id) === 'differ' ? 'again' : 'first';
    document.getElementById(`secret-${field}-${faulty.id}`)?.focus();
  };
  const set = (clerk: string, part: 'first' | 'again', value: string) =>
    setTyped((former) => ({
      ...former,
      [clerk]: { ...(former[clerk] ?? { first: '', again: '' }), [part]: value },
    }));
  const input = (clerk: { id: string; name: string }, part: 'first' | 'again', label: string) => {
    const fault = shown ? faults.get(clerk.id) : undefined;
    const mine = fault && (fault === 'differ') === (part === 'again');
    return (
      <PasswordInput
        id={`secret-${part}-${clerk.id}`}
        label={label}
        inputMode={kind === 'pin' ? 'numeric' : 'text'}
        autoComplete="new-password"
        value={of(clerk.id)[part]}
        error={mine ? words[fault] : undefined}
        // the kit tells assistive technology so for every field but this one
        aria-invalid={mine ? true : undefined}
        onChange={(event) => set(clerk.id, part, event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
      />
    );
  };
  const pin = kind === 'pin';
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p>{pin ? door.enrolSecretsPin : door.enrolSecretsPassphrase}</p>
      <div className={styles.secrets}>
        {clerks.map((clerk) => (
          <Fragment key={clerk.id}>
            {input(clerk, 'first', pin ? door.pinOf(clerk.name) : door.passphraseOf(clerk.name))}
            {input(clerk, 'again', pin ? door.pinAgainOf(clerk.name) : door.passphraseAgainOf(clerk.name))}
          </Fragment>
        ))}
      </div>
      <Button type="submit" h={46} loading={props.busy}>
        {props.busy ? door.enrolBusy : door.enrolFinish}
      </Button>
      <Button variant="subtle" onClick={props.onOther} disabled={props.busy}>
        {door.enrolOther}
      </Button>
    </form>
  );
}
