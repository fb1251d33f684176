import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { PageWorker } from '../platform/page-worker.ts';
import { type Language, type Texts, tables } from '../text/texts.ts';
import type { ViewName, Views } from '../worker/api.ts';
import type { Preferences } from './preferences.ts';

/** What every screen may use: the worker, the language and the look. */
export interface Page {
  readonly worker: PageWorker;
  /** the enrolment file the demonstration brings along; nothing in an office */
  readonly offeredEnrolment: () => Promise<string | undefined>;
  readonly preferences: Preferences;
  readonly setPreferences: (change: Partial<Preferences>) => void;
  /** a bug (a rejected command): shows the crash screen with the text */
  readonly crash: (error: unknown) => void;
}

export const PageContext = createContext<Page | undefined>(undefined);

/** The page's shared things; throws outside the composition root, which is a bug. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('no page context');
  return page;
}

/** Commands only, bound to the crash screen: `run('lock')` resolves to an Answer. */
export function useRun(): PageWorker['run'] {
  const { worker, crash } = usePage();
  return useCallback(
    async (name, ...input) => {
      try {
        return await worker.run(name, ...input);
      } catch (error) {
        crash(error);
        throw error;
      }
    },
    [worker, crash],
  );
}

/** Screen texts of the chosen language. */
export function useText(): Texts {
  return tables[usePage().preferences.language];
}

export function useLanguage(): Language {
  return usePage().preferences.language;
}

/** `ready` is false until the first value; the former value stands while parameters change. */
export interface Live<T> {
  readonly ready: boolean;
  readonly value: T | undefined;
}

/** A live view of the worker, for as long as the component is shown. */
export function useLive<V extends ViewName>(
  view: V,
  ...rest: Views[V]['params'] extends undefined ? [] : [params: Views[V]['params']]
): Live<Views[V]['value']> {
  const { worker } = usePage();
  const [live, setLive] = useState<Live<Views[V]['value']>>({ ready: false, value: undefined });
  const params = JSON.stringify(rest[0]);
  useEffect(
    () =>
      worker.watch(
        view,
        (params === undefined ? undefined : JSON.parse(params)) as Views[V]['params'],
        (value) => setLive({ ready: true, value }),
      ),
    [worker, view, params],
  );
  return live;
}
