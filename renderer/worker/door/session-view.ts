import type { SessionView } from '../api.ts';
import type { DoorState } from './door-state.ts';

/** Where the door stands, as the page sees it. */
export function sessionView(state: DoorState): SessionView {
  const { info, vault, counter } = state;
  return {
    phase: state.phase,
    workspace: info?.workspace ?? 'demo',
    target: info?.target ?? 'web',
    version: info?.version ?? '',
    office: vault?.office,
    clerks: (vault?.clerks ?? []).map(({ id, name }) => ({
      id,
      name,
      secret: vault?.secret ?? 'passphrase',
    })),
    clerk: counter && { id: counter.clerk.id, name: counter.clerk.name },
    failedAttempts: state.failedAttempts,
    repaired: state.repaired,
    problem: state.problem,
    scanFolder: info?.scanFolder ?? false,
    printing: info?.printing ?? 'dialog',
  };
}
