import { create } from 'zustand';
import type { ListTab } from '../worker/api.ts';

/** What the dossier list shows; screen state only, forgotten at lock. */
export interface ListState {
  readonly tab: ListTab;
  readonly query: string;
  readonly selected: string | undefined;
  /** grows by one whenever the filter box should take the focus */
  readonly findAsked: number;
}

const first: ListState = { tab: 'open', query: '', selected: undefined, findAsked: 0 };

export const useListState = create<ListState>(() => first);

export const showTab = (tab: ListTab): void => useListState.setState({ tab, query: '', selected: undefined });
export const askFind = (): void => useListState.setState((state) => ({ findAsked: state.findAsked + 1 }));
export const forgetList = (): void => useListState.setState(first);
