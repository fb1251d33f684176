import type { PackSetContent } from '../packs/pack-set.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { type DueAnswer, dueMoment } from './due-moment.ts';

/** What a promise depends on besides the pack set. */
export interface PromiseMoment {
  readonly receivedAt: string;
  readonly boundaryFree: boolean;
  readonly clockTrusted: boolean;
}

/** The due moment of a reception under a pack set, with its reasoning. */
export const promiseFor = (
  procedure: Pick<Procedure, 'term' | 'cutoffShiftsStart'>,
  content: Pick<PackSetContent, 'calendar' | 'officeHours' | 'rules'>,
  moment: PromiseMoment,
): DueAnswer =>
  dueMoment({
    ...moment,
    term: procedure.term?.value,
    cutoffShiftsStart: procedure.cutoffShiftsStart,
    calendar: content.calendar,
    officeHours: content.officeHours,
    rules: content.rules,
  });

/** phi địa giới (R2) — the dossier is for another agency than the one that receives it. */
export const isBoundaryFree = (competentAgency: string | undefined, agencyCode: string): boolean =>
  competentAgency !== undefined && competentAgency !== '' && competentAgency !== agencyCode;
