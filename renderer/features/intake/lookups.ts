import type { PageWorker } from '../../platform/page-worker.ts';
import type { IntakeStore } from './intake-state.ts';

const DELAY_MS = 150;

/** What the screen asks again when the draft changes: preflight, and the person's earlier dossiers. Late answers are dropped. */
export function createLookups(run: PageWorker['run'], store: IntakeStore): { readonly changed: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastPerson = '';

  const askPreflight = async (): Promise<void> => {
    const { draft } = store.getState();
    const answer = await run('preflight', { draft });
    if (store.getState().draft !== draft || !answer.ok) return;
    store.setState({ preflight: answer.value });
  };

  const askEarlier = async (): Promise<void> => {
    const personalId = store.getState().draft.person.personalId.text.trim();
    if (personalId === lastPerson) return;
    lastPerson = personalId;
    store.setState({ earlier: [], earlierPerson: undefined });
    if (!/^\d{12}$/.test(personalId)) return;
    const answer = await run('earlierDossiers', { personalId });
    if (store.getState().draft.person.personalId.text.trim() !== personalId || !answer.ok) return;
    store.setState({ earlier: answer.value.rows, earlierPerson: answer.value.person });
  };

  return {
    changed: () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (!store.getState().received) void Promise.all([askPreflight(), askEarlier()]);
      }, DELAY_MS);
    },
  };
}
