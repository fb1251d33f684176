import type { FindingField } from '../../../../shared/domain/dossier/finding.ts';
import type { Received } from '../intake-state.ts';
import type { ReceptionParts } from '../reception-parts.ts';
import { faultsOf } from './faults-of.ts';

export interface Finishing {
  /** F9. Answers the field to focus when something is wrong; pressing twice does one reception. */
  readonly finish: () => Promise<FindingField | undefined>;
  readonly print: (reprint: boolean) => Promise<void>;
}

export function finishing({ run, store, flush, drop }: ReceptionParts): Finishing {
  const print = async (reprint: boolean): Promise<void> => {
    const { received } = store.getState();
    if (!received) return;
    store.setState({ received: { ...received, printing: 'busy' } });
    const answer = await run('printReceipt', { dossier: received.dossier, reprint });
    if (store.getState().received?.dossier !== received.dossier) return;
    const { printProblem: _former, ...rest } = received;
    store.setState({
      received: answer.ok
        ? { ...rest, printing: answer.value.via, pdf: answer.value.pdf }
        : { ...rest, printing: 'failed', printProblem: answer.error },
    });
  };

  const attempt = async (): Promise<FindingField | undefined> => {
    await flush();
    const { draft } = store.getState();
    const checked = await run('preflight', { draft });
    if (!checked.ok) {
      store.setState({ problem: checked.error });
      return undefined;
    }
    const faults = faultsOf(checked.value.findings);
    store.setState({ faults, preflight: checked.value });
    const [wrong] = Object.keys(faults);
    if (wrong !== undefined) return wrong as FindingField;
    const answer = await run('receive', { commandId: draft.id, draft });
    if (!answer.ok) {
      store.setState({ problem: answer.error });
      return undefined;
    }
    drop();
    const received: Received = {
      ...answer.value,
      name: draft.person.name.text,
      procedureName: store.getState().procedure?.name ?? '',
      preflight: checked.value,
      printing: 'busy',
    };
    store.setState({ received, faults: {}, problem: undefined });
    void print(false);
    return undefined;
  };

  return {
    print,
    finish: async () => {
      const { finishing: busy, received, loaded } = store.getState();
      if (busy || received || !loaded) return undefined;
      store.setState({ finishing: true, problem: undefined });
      try {
        return await attempt();
      } finally {
        store.setState({ finishing: false });
      }
    },
  };
}
