import { localDayOf } from '../../../../shared/lib/vietnam-time.ts';
import type { Finding, Problem } from '../../../worker/api.ts';
import { checkDraft, type FieldName, fieldOrder } from '../draft/check-fields.ts';
import type { Received } from '../intake-state.ts';
import type { ReceptionParts } from '../reception.ts';

export interface Finishing {
  /** F9. Answers the field to focus when something is wrong; pressing twice does one reception. */
  readonly finish: () => Promise<FieldName | undefined>;
  readonly print: (reprint: boolean) => Promise<void>;
}

/** First wrong field in the order of the screen. */
const firstWrong = (faults: Readonly<Partial<Record<FieldName, string>>>): FieldName | undefined =>
  fieldOrder.find((field) => faults[field] !== undefined);

/** Findings that stop F9, by the field they stand at. */
export function faultsOf(findings: readonly Finding[]): Partial<Record<FieldName, string>> {
  const faults: Partial<Record<FieldName, string>> = {};
  for (const finding of findings) {
    const field = fieldOf(finding.field);
    if (finding.severity === 'error' && field) faults[field] ??= finding.code;
  }
  return faults;
}

/** The field of this screen a finding is about: `person.phone` and `phone` are the same one. */
export function fieldOf(path: string): FieldName | undefined {
  const parts = path.split(/[.[]/);
  const last = parts[0] === 'person' || parts[0] === 'applicant' ? parts[1] : parts[0];
  if (last === 'procedureCode') return 'procedure';
  if (last === 'components') return 'papers';
  return fieldOrder.find((field) => field === last);
}

/** A finding that stops F9 and stands at no field, such as a full disk. */
function problemOf(findings: readonly Finding[]): Problem | undefined {
  const finding = findings.find(({ severity, field }) => severity === 'error' && !fieldOf(field));
  return finding && { code: finding.code, ...(finding.detail ? { detail: finding.detail } : {}) };
}

export function finishing({ run, store, flush, drop, now }: ReceptionParts): Finishing {
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

  const attempt = async (): Promise<FieldName | undefined> => {
    await flush();
    const { draft } = store.getState();
    const checked = await run('preflight', { draft });
    const faults = {
      ...(checked.ok ? faultsOf(checked.value.findings) : {}),
      ...checkDraft(draft, localDayOf(now())),
    };
    const wrong = firstWrong(faults);
    const problem = checked.ok ? problemOf(checked.value.findings) : checked.error;
    if (checked.ok) store.setState({ preflight: checked.value });
    if (wrong || problem || !checked.ok) {
      store.setState({ faults, problem });
      return wrong;
    }
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
