import type { Dossier } from '../../../../shared/domain/dossier/dossier.ts';
import { isClosed, transitions } from '../../../../shared/domain/dossier/transitions.ts';

/** Which acts the counter may offer now. `apply` decides in the end; this only keeps useless buttons away. */
export function actionsFor(dossier: Dossier): {
  readonly forward: boolean;
  readonly returnResult: boolean;
  readonly amend: boolean;
} {
  const fits = (act: 'dossier.forward' | 'dossier.returnResult') =>
    transitions[act].from.includes(dossier.status);
  return {
    forward: fits('dossier.forward'),
    returnResult: fits('dossier.returnResult'),
    amend: !isClosed(dossier.status),
  };
}
