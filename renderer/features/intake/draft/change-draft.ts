import type { FieldSource } from '../../../../shared/domain/dossier/payloads.ts';
import type { DraftAttachment, DraftPaper, ProcedureHit, ReceptionDraft } from '../../../worker/api.ts';

export type PersonField = keyof ReceptionDraft['person'];

/** Puts a text into a field of the person; whatever is typed or scanned is kept in NFC. */
export function withPersonField(
  draft: ReceptionDraft,
  field: PersonField,
  text: string,
  source: FieldSource,
): ReceptionDraft {
  return { ...draft, person: { ...draft.person, [field]: { text: text.normalize('NFC'), source } } };
}

/** Several fields from one source; fields that are absent stay as they are. */
export function withPerson(
  draft: ReceptionDraft,
  texts: Partial<Record<PersonField, string>>,
  source: FieldSource,
): ReceptionDraft {
  return (Object.entries(texts) as [PersonField, string | undefined][]).reduce(
    (changed, [field, text]) => (text ? withPersonField(changed, field, text, source) : changed),
    draft,
  );
}

/** thành phần hồ sơ — the checklist of a procedure, nothing held yet. */
export function papersOf(procedure: ProcedureHit): readonly DraftPaper[] {
  return (procedure.papers?.value ?? []).map((paper) => ({
    key: paper.key,
    name: paper.name,
    form: paper.form,
    required: paper.required,
    held: false,
    originals: paper.originals,
    copies: paper.copies,
    attachments: [],
    typed: false,
    ...(paper.reuse === undefined ? {} : { reuse: paper.reuse }),
  }));
}

/**
 * Chooses a procedure. Papers already ticked or with files stay when the new list has the same key, and papers with files
 * that it does not have stay as typed ones: changing one's mind never drops a scanned paper.
 */
export function withProcedure(draft: ReceptionDraft, procedure: ProcedureHit): ReceptionDraft {
  if (draft.procedureCode === procedure.code) return draft;
  const listed = papersOf(procedure).map((paper) => {
    const former = draft.papers.find(({ key }) => key === paper.key);
    if (!former) return paper;
    const attachments = paper.form === 'presented' ? [] : former.attachments;
    return { ...paper, held: former.held, attachments };
  });
  const kept = draft.papers
    .filter((paper) => !listed.some(({ key, form }) => key === paper.key && form !== 'presented'))
    .filter((paper) => paper.typed || paper.attachments.length > 0)
    .map((paper) => ({ ...paper, key: freeKey(listed, paper.key), typed: true, required: false }));
  return { ...draft, procedureCode: procedure.code, papers: [...listed, ...kept], quantity: 1 };
}

const freeKey = (papers: readonly DraftPaper[], wanted: string): string =>
  papers.some(({ key }) => key === wanted) ? `giu-${wanted}`.slice(0, 40) : wanted;

/** A paper the clerk names herself. It is in her hand, so it counts as held. */
export function withTypedPaper(draft: ReceptionDraft, name: string): ReceptionDraft {
  const numbers = draft.papers.flatMap(({ key }) => (/^khac-\d+$/.test(key) ? [Number(key.slice(5))] : []));
  const paper: DraftPaper = {
    key: `khac-${Math.max(0, ...numbers) + 1}`,
    name: name.trim().normalize('NFC'),
    form: 'original',
    required: false,
    held: true,
    originals: 1,
    copies: 0,
    attachments: [],
    typed: true,
  };
  return { ...draft, papers: [...draft.papers, paper] };
}

/** Changes one paper of the list. */
export function withPaper(draft: ReceptionDraft, key: string, change: Partial<DraftPaper>): ReceptionDraft {
  return {
    ...draft,
    papers: draft.papers.map((paper) => (paper.key === key ? { ...paper, ...change } : paper)),
  };
}

export function withoutPaper(draft: ReceptionDraft, key: string): ReceptionDraft {
  return { ...draft, papers: draft.papers.filter((paper) => paper.key !== key) };
}

/** Adds a file to a paper, which is then in the clerk's hand. */
export function withAttachment(
  draft: ReceptionDraft,
  key: string,
  attachment: DraftAttachment,
): ReceptionDraft {
  const paper = draft.papers.find((candidate) => candidate.key === key);
  if (!paper) return draft;
  return withPaper(draft, key, { attachments: [...paper.attachments, attachment], held: true });
}

export function withoutAttachment(draft: ReceptionDraft, key: string, id: string): ReceptionDraft {
  const paper = draft.papers.find((candidate) => candidate.key === key);
  if (!paper) return draft;
  return withPaper(draft, key, { attachments: paper.attachments.filter((file) => file.id !== id) });
}

/** Asked for on paper: everything on the list but what a shared database holds (R5). */
export const isAsked = (paper: DraftPaper): boolean => paper.reuse === undefined;
