import type { Procedure } from '../../../shared/domain/procedure/procedure.ts';
import type { ProcedureHit } from '../api.ts';

/** A procedure as the reception screen needs it. */
export const procedureHit = (procedure: Procedure): ProcedureHit => ({
  code: procedure.code,
  name: procedure.name.value,
  sector: procedure.sector,
  elsewhere: procedure.systemOfRecord === 'province' ? undefined : procedure.systemOfRecord,
  term: procedure.term,
  fees: procedure.fees,
  papers: procedure.papers,
});
