import type { ProcedureHit, ReceptionDraft } from '../../../worker/api.ts';
import { withProcedure } from '../draft/change-draft.ts';
import { readChoice } from '../finish/remembered-choice.ts';
import type { ReceptionParts } from '../reception-parts.ts';

export interface ChoosingProcedure {
  readonly chooseProcedure: (procedure: ProcedureHit) => void;
  /** after a restart: finds the procedure the draft names */
  readonly restoreProcedure: () => Promise<void>;
}

/** How a fee is usually paid here: nothing to pay, unknown, or as the last time. */
function usualPayment(procedure: ProcedureHit): ReceptionDraft['payment'] {
  if (!procedure.fees) return 'unknown';
  const total = procedure.fees.value.reduce((sum, fee) => sum + fee.amount, 0);
  const last = readChoice('payment', 'cash');
  return total === 0 ? 'none' : last === 'unknown' ? 'cash' : last;
}

export function choosingProcedure({ run, store, change }: ReceptionParts): ChoosingProcedure {
  return {
    chooseProcedure: (procedure) => {
      if (procedure.elsewhere) return;
      const { procedure: _former, ...faults } = store.getState().faults;
      store.setState({ procedure, paperNotices: {}, focusedPaper: undefined, faults });
      change((draft) =>
        draft.procedureCode === procedure.code
          ? draft
          : { ...withProcedure(draft, procedure), payment: usualPayment(procedure) },
      );
    },
    restoreProcedure: async () => {
      const code = store.getState().draft.procedureCode;
      if (code === undefined) return;
      const answer = await run('searchProcedures', { query: code });
      const procedure = answer.ok ? answer.value.find((hit) => hit.code === code) : undefined;
      if (store.getState().draft.procedureCode === code) store.setState({ procedure });
    },
  };
}
