import { Button } from '@mantine/core';
import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { onUnloadHeld } from '../../platform/hold-unload.ts';
import type { LineView } from '../../worker/api.ts';
import { useText } from '../page-context.ts';
import styles from './shell.module.css';

/** After the clerk wanted to close a browser window and stayed: what closing means here, and how much waits. */
export function ClosingNotice({ line }: { readonly line: LineView | undefined }) {
  const { shell } = useText();
  const [held, setHeld] = useState(false);
  useEffect(() => onUnloadHeld(() => setHeld(true)), []);
  const waiting = line?.waiting ?? 0;
  const files = line?.filesWaiting ?? 0;
  if (!held || waiting + files === 0) return null;
  return (
    <div className={`${styles.repaired} ${styles.closing}`} role="alert">
      <CloudOff size={18} aria-hidden />
      <p>{shell.closingHeld(waiting, files)}</p>
      <Button size="compact-sm" variant="default" onClick={() => setHeld(false)}>
        {shell.understood}
      </Button>
    </div>
  );
}
