import { Button } from '@mantine/core';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { SessionView } from '../../worker/api.ts';
import { useText } from '../page-context.ts';
import styles from './shell.module.css';

/** The one sentence after a start that mended something; stays until the clerk has read it. */
export function Repaired({ repaired }: { readonly repaired: NonNullable<SessionView['repaired']> }) {
  const { shell } = useText();
  const [read, setRead] = useState(false);
  if (read) return null;
  const sentences: Readonly<Record<string, (n: number) => string>> = shell.repaired;
  const sentence = sentences[repaired.code] ?? shell.repaired.other;
  return (
    <div className={styles.repaired} role="status">
      <ShieldCheck size={18} aria-hidden />
      <p>{sentence(repaired.count)}</p>
      <Button size="compact-sm" variant="default" onClick={() => setRead(true)}>
        {shell.understood}
      </Button>
    </div>
  );
}
