import type { DraftField, ReceptionDraft } from '../../../worker/api.ts';

const empty: DraftField = { text: '', source: 'typed' };

/** A reception nobody has typed into yet. `id` is a UUIDv7 and becomes the id of the F9 command. */
export function blankDraft(
  id: string,
  startedAt: string,
  resultChannel: ReceptionDraft['resultChannel'],
): ReceptionDraft {
  return {
    id,
    startedAt,
    person: { name: empty, personalId: empty, birthDate: empty, sex: empty, address: empty, phone: empty },
    capacity: 'self',
    submitterName: '',
    submitterPersonalId: '',
    organisation: '',
    papers: [],
    sets: 1,
    quantity: 1,
    payment: 'none',
    resultChannel,
    competentAgency: '',
    note: '',
  };
}

/** Has the clerk put anything into it that she would miss? */
export function isStarted(draft: ReceptionDraft): boolean {
  return (
    Object.values(draft.person).some(({ text }) => text.trim() !== '') ||
    draft.procedureCode !== undefined ||
    draft.papers.length > 0 ||
    [
      draft.submitterName,
      draft.submitterPersonalId,
      draft.organisation,
      draft.note,
      draft.competentAgency,
    ].some((text) => text.trim() !== '')
  );
}
