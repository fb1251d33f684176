import { lazy, Suspense, useEffect, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { Home } from '../../features/home/Home.tsx';
import { ScannerListener } from '../../features/intake/scanner/ScannerListener.tsx';
import { Outbox } from '../../features/outbox/Outbox.tsx';
import { DossierPage } from '../../features/tracking/detail/DossierPage.tsx';
import { Tracking } from '../../features/tracking/Tracking.tsx';
import type { SessionView } from '../../worker/api.ts';
import { useKeys } from '../keys.ts';
import { askFind, forgetList } from '../list-state.ts';
import { useLive, useRun } from '../page-context.ts';
import { paths } from '../paths.ts';
import { ClosingNotice } from './ClosingNotice.tsx';
import { DemoBar } from './DemoBar.tsx';
import { KeySheet } from './KeySheet.tsx';
import { Rail } from './Rail.tsx';
import { Repaired } from './Repaired.tsx';
import { StatusBar } from './StatusBar.tsx';
import styles from './shell.module.css';
import { TopBar } from './TopBar.tsx';

/** Loaded when first opened: it brings scanner, camera and preview code that the counter's first picture does not need. */
const Intake = lazy(async () => ({ default: (await import('../../features/intake/Intake.tsx')).Intake }));

/** Frame around the work screens: top bar, rail, status bar and the keys that work everywhere. */
export function Shell({ session }: { readonly session: SessionView }) {
  const [keySheet, setKeySheet] = useState(false);
  const line = useLive('line').value;
  const demonstration = session.workspace === 'demo';
  useShellKeys(() => setKeySheet(true));
  useEffect(() => forgetList, []);
  return (
    <div className={styles.app} data-workspace={session.workspace}>
      <TopBar session={session} line={line} onKeys={() => setKeySheet(true)} />
      <Rail line={line} />
      <div className={styles.main}>
        {session.repaired && <Repaired repaired={session.repaired} />}
        {session.target === 'web' && <ClosingNotice line={line} />}
        <ScannerListener />
        <Screens />
      </div>
      {demonstration && <DemoBar />}
      <StatusBar session={session} line={line} />
      <KeySheet opened={keySheet} onClose={() => setKeySheet(false)} />
    </div>
  );
}

function Screens() {
  return (
    <Switch>
      <Route path={paths.home}>
        <Home />
      </Route>
      <Route path={paths.intake}>
        <Suspense>
          <Intake />
        </Suspense>
      </Route>
      <Route path={paths.dossiers}>
        <Tracking />
      </Route>
      <Route path={paths.dossierPattern}>{({ id }) => <DossierPage key={id} id={id} />}</Route>
      <Route path={paths.outbox}>
        <Outbox />
      </Route>
      <Route>
        <Redirect to={paths.home} replace />
      </Route>
    </Switch>
  );
}

function useShellKeys(showKeys: () => void): void {
  const [path, go] = useLocation();
  const run = useRun();
  const everywhere = { inFields: true } as const;
  const find = () => {
    go(paths.dossiers);
    askFind();
  };
  const back = () => {
    const focused = document.activeElement;
    if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) focused.blur();
    else if (path.startsWith(`${paths.dossiers}/`)) go(paths.dossiers);
    else if (path !== paths.home) go(paths.home);
  };
  useKeys([
    { code: 'F1', ...everywhere, act: showKeys },
    { code: 'Slash', shift: true, act: showKeys },
    { code: 'F2', ...everywhere, act: () => go(paths.intake) },
    { code: 'F3', ...everywhere, act: find },
    { code: 'KeyK', ctrl: true, ...everywhere, act: find },
    { code: 'Digit1', alt: true, ...everywhere, act: () => go(paths.home) },
    { code: 'Digit2', alt: true, ...everywhere, act: () => go(paths.intake) },
    { code: 'Digit3', alt: true, ...everywhere, act: () => go(paths.dossiers) },
    { code: 'Digit4', alt: true, ...everywhere, act: () => go(paths.outbox) },
    { code: 'KeyL', ctrl: true, ...everywhere, inDialogs: true, act: () => void run('lock') },
    { code: 'Escape', ...everywhere, act: back },
  ]);
}
