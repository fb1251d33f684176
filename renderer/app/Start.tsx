import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Enrolment } from '../features/door/Enrolment.tsx';
import { Unlock } from '../features/door/Unlock.tsx';
import { problemText } from '../text/problem-text.ts';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import type { SessionView } from '../worker/api.ts';
import { Plain } from './Plain.tsx';
import { useLive, useText } from './page-context.ts';
import styles from './plain.module.css';
import { SecondWindow, TakenOver, useAnswerOtherWindows } from './SecondWindow.tsx';
import { Shell } from './shell/Shell.tsx';

const atWork: readonly SessionView['phase'][] = ['enrolment', 'locked', 'open'];

/** Shows what the session's phase asks for. While locked nothing of the work screens exists in the page. */
export function Start() {
  const session = useLive('session').value;
  const { shell, errors } = useText();
  useAnswerOtherWindows(session !== undefined && atWork.includes(session.phase));
  switch (session?.phase) {
    case 'enrolment':
      return <Enrolment session={session} />;
    case 'locked':
      return <Unlock session={session} />;
    case 'open':
      return <Shell session={session} />;
    case 'failed': {
      const problem = session.problem ?? { code: 'unknown' };
      if (problem.code === 'other-window') return <SecondWindow />;
      if (problem.code === 'taken-over') return <TakenOver />;
      return (
        <Plain title={shell.startFailed}>
          <ProblemNote text={problemText(errors, problem)} code={problem.code} />
          <div>
            <Button onClick={() => location.reload()}>{shell.reload}</Button>
          </div>
        </Plain>
      );
    }
    default:
      return <Opening text={shell.loading} />;
  }
}

/** Nothing for the first moment (most starts are shorter), then one word. */
function Opening({ text }: { readonly text: string }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className={styles.quiet}>
      <h1 className={shown ? undefined : 'hidden-label'}>{text}</h1>
    </main>
  );
}
