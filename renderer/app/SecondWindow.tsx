import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { sinceText } from '../ui/moments.ts';
import { Plain } from './Plain.tsx';
import { useRun, useText } from './page-context.ts';

const CHANNEL = 'tram-windows';

/** The window at work answers a later one: when it was opened. Says nothing else. */
export function useAnswerOtherWindows(atWork: boolean): void {
  useEffect(() => {
    if (!atWork) return;
    const opened = new Date().toISOString();
    const channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener('message', ({ data }) => {
      if (data === 'where') channel.postMessage({ opened });
    });
    return () => channel.close();
  }, [atWork]);
}

/** One window at a time: says since when the other one is open, and lets the clerk go on here instead. */
export function SecondWindow() {
  const { shell } = useText();
  const run = useRun();
  const since = useOtherWindow();
  return (
    <Plain title={shell.secondWindowTitle}>
      <p>{since ? shell.secondWindowWhere(sinceText(since, Date.now())) : shell.secondWindowNoWhere}</p>
      <p>{shell.secondWindowSafe}</p>
      <p>{shell.secondWindowDo}</p>
      <div>
        <Button autoFocus onClick={() => void run('takeOver')}>
          {shell.takeOver}
        </Button>
      </div>
    </Plain>
  );
}

/** This window stopped because another one took the work over. */
export function TakenOver() {
  const { shell } = useText();
  return (
    <Plain title={shell.takenOverTitle}>
      <p>{shell.takenOverText}</p>
      <div>
        <Button variant="default" onClick={() => location.reload()}>
          {shell.takeOver}
        </Button>
      </div>
    </Plain>
  );
}

function useOtherWindow(): string | undefined {
  const [since, setSince] = useState<string>();
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener('message', ({ data }) => {
      if (typeof data?.opened === 'string') setSince(data.opened);
    });
    channel.postMessage('where');
    return () => channel.close();
  }, []);
  return since;
}
