import { Button, PasswordInput } from '@mantine/core';
import { LockKeyhole } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { DEMONSTRATION } from '../../../shared/host/demonstration.ts';
import { useLive, useRun, useText } from '../../app/page-context.ts';
import { problemText } from '../../text/problem-text.ts';
import { initials } from '../../ui/initials.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import type { Problem, SessionView } from '../../worker/api.ts';
import { Door } from './Door.tsx';
import styles from './door.module.css';

/** Khóa máy, đổi người trực: clerk tiles and one secret, by keyboard alone. Says how much waits, shows no dossier. */
export function Unlock({ session }: { readonly session: SessionView }) {
  const { door, errors } = useText();
  const run = useRun();
  const line = useLive('line').value;
  const [clerk, setClerk] = useState(() => firstChoice(session)?.id);
  const [secret, setSecret] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const field = useRef<HTMLInputElement>(null);
  const chosen = session.clerks.find((each) => each.id === clerk) ?? firstChoice(session);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the field takes the focus again whenever the clerk changes
  useEffect(() => field.current?.focus(), [clerk]);

  const unlock = async () => {
    if (!chosen || busy) return;
    setBusy(true);
    setProblem(undefined);
    const answer = await run('unlock', { clerk: chosen.id, secret });
    setBusy(false);
    setSecret('');
    if (!answer.ok) {
      setProblem(answer.error);
      field.current?.focus();
    }
  };
  const choose = (id: string) => {
    setClerk(id);
    setSecret('');
    setProblem(undefined);
  };
  const onArrow = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.code];
    if (step === undefined || secret !== '') return;
    event.preventDefault();
    const at = session.clerks.findIndex((each) => each.id === chosen?.id);
    const next = session.clerks[(at + step + session.clerks.length) % session.clerks.length];
    if (next) choose(next.id);
  };
  const waiting = line?.waiting ?? 0;

  return (
    <Door session={session} title={door.unlockTitle}>
      <p className={styles.waiting} role="status">
        {waiting > 0 && door.waiting(waiting)}
        {/* before the first unlock nobody can look into the sealed store, so nothing is claimed */}
        {waiting === 0 && line !== undefined && line.state !== 'unknown' && door.nothingWaiting}
      </p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <ClerkTiles clerks={session.clerks} value={chosen?.id} onChange={choose} legend={door.chooseClerk} />
        <PasswordInput
          ref={field}
          label={chosen?.secret === 'passphrase' ? door.passphrase : door.pin}
          description={door.keysHint}
          inputMode={chosen?.secret === 'passphrase' ? 'text' : 'numeric'}
          autoComplete="off"
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
          onKeyDown={onArrow}
          visibilityToggleButtonProps={{ 'aria-hidden': true, tabIndex: -1 }}
        />
        {session.workspace === 'demo' && session.office?.demonstration && (
          <p className={styles.note}>{door.demonstrationPin(DEMONSTRATION.pin)}</p>
        )}
        {problem && <ProblemNote text={problemText(errors, problem)} code={problem.code} />}
        {session.failedAttempts > 0 && (
          <p className={styles.attempts}>{door.attempts(session.failedAttempts)}</p>
        )}
        <Button type="submit" h={46} loading={busy} leftSection={<LockKeyhole size={18} aria-hidden />}>
          {busy ? door.unlocking : door.unlock}
        </Button>
      </form>
    </Door>
  );
}

/** The demonstration begins with the clerk its launcher names. */
function firstChoice({ clerks, workspace }: SessionView) {
  const named = clerks.find(({ name }) => workspace === 'demo' && name === DEMONSTRATION.clerk);
  return named ?? clerks[0];
}

function ClerkTiles(props: {
  readonly clerks: SessionView['clerks'];
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
  readonly legend: string;
}) {
  const group = useId();
  return (
    <fieldset className={styles.tiles}>
      <legend>{props.legend}</legend>
      {props.clerks.map((clerk) => (
        <label key={clerk.id} className={styles.tile}>
          <input
            type="radio"
            name={group}
            value={clerk.id}
            checked={clerk.id === props.value}
            onChange={() => props.onChange(clerk.id)}
          />
          <span className={styles.face} aria-hidden>
            {initials(clerk.name)}
          </span>
          <span>{clerk.name}</span>
        </label>
      ))}
    </fieldset>
  );
}
