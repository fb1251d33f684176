import { Button, Popover } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { paths } from '../../../app/paths.ts';
import { dayText } from '../../../ui/moments.ts';
import styles from '../intake.module.css';
import { useIntakeState, useIntakeText, useReception } from '../intake-context.ts';

/** The person's dossiers known on this machine: a chip that opens into a short list. */
export function EarlierDossiers() {
  const reception = useReception();
  const text = useIntakeText().person;
  const rows = useIntakeState((state) => state.earlier);
  const person = useIntakeState((state) => state.earlierPerson);
  const lacks = useIntakeState((state) =>
    Object.values(state.draft.person).some((field) => field.text === ''),
  );
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    if (!opened) return;
    // closes the list only; the screen's own Esc would leave the reception
    const onKey = (event: KeyboardEvent): void => {
      if (event.code !== 'Escape') return;
      event.preventDefault();
      setOpened(false);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [opened]);
  if (rows.length === 0) return null;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      withinPortal
      trapFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <button type="button" className={styles.chip} onClick={() => setOpened(!opened)}>
          {text.earlier(rows.length)}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.earlier} aria-label={text.earlierTitle}>
        <b>{text.earlierTitle}</b>
        <ul>
          {rows.slice(0, 6).map((row) => (
            <li key={row.id}>
              <Link href={paths.dossier(row.id)} className="code">
                {row.code}
              </Link>
              <span className="ellipsis">{row.procedureName}</span>
              <span className="num muted">{dayText(row.receivedAt)}</span>
            </li>
          ))}
        </ul>
        {person && lacks && (
          <Button size="compact-sm" variant="default" onClick={reception.fillFromEarlier}>
            {text.fill}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
