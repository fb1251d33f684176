import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { PageWorker } from '../platform/page-worker.ts';
import { tables } from '../text/texts.ts';
import { cssVariables, themeFor } from '../ui/theme/theme.ts';
import { Crash, CrashBoundary } from './Crash.tsx';
import { type Page, PageContext } from './page-context.ts';
import { type Preferences, readPreferences, writePreferences } from './preferences.ts';
import { Start } from './Start.tsx';

/** The whole page: look, language, worker and crash screen around whatever the session's phase shows. */
export function App(props: {
  readonly worker: PageWorker;
  readonly offeredEnrolment: Page['offeredEnrolment'];
  readonly nonce: string;
}) {
  const { worker, offeredEnrolment, nonce } = props;
  const [preferences, setAll] = useState<Preferences>(() => readPreferences(localStorage));
  const [failure, setFailure] = useState<unknown>();
  const scheme = useScheme(preferences.theme);
  const setPreferences = useCallback((change: Partial<Preferences>) => {
    setAll((former) => {
      const next = { ...former, ...change };
      writePreferences(localStorage, next);
      return next;
    });
  }, []);
  const page = useMemo<Page>(
    () => ({ worker, offeredEnrolment, preferences, setPreferences, crash: setFailure }),
    [worker, offeredEnrolment, preferences, setPreferences],
  );
  const theme = useMemo(() => themeFor(tables[preferences.language].shell.close), [preferences.language]);
  useEffect(() => {
    document.documentElement.lang = preferences.language;
  }, [preferences.language]);

  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={scheme}
      getStyleNonce={() => nonce}
    >
      <PageContext.Provider value={page}>
        <CrashBoundary>
          {failure === undefined ? (
            <Router hook={useHashLocation}>
              <Notifications position="bottom-center" autoClose={6000} transitionDuration={0} />
              <Start />
            </Router>
          ) : (
            <Crash error={failure} />
          )}
        </CrashBoundary>
      </PageContext.Provider>
    </MantineProvider>
  );
}

const darkSystem = matchMedia('(prefers-color-scheme: dark)');
function watchSystem(changed: () => void): () => void {
  darkSystem.addEventListener('change', changed);
  return () => darkSystem.removeEventListener('change', changed);
}

function useScheme(chosen: Preferences['theme']): 'light' | 'dark' {
  const dark = useSyncExternalStore(watchSystem, () => darkSystem.matches);
  if (chosen !== 'system') return chosen;
  return dark ? 'dark' : 'light';
}
