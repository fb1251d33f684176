import type { ReceptionInput, ReceptionPaper } from '../../shared/domain/dossier/reception-input.ts';
import { aProcedure } from './a-pack-set.ts';

const typed = (text: string) => ({ text, source: 'typed' as const });

/** The papers of a procedure as a careful clerk has ticked them. */
export const papersOf = (code: string): ReceptionPaper[] =>
  (aProcedure(code).papers?.value ?? []).map((paper) => ({
    ...paper,
    held: paper.reuse === undefined,
    attachments: [],
    typed: false,
  }));

/** What a test changes; fields of the person as texts. */
export type Change = Omit<Partial<ReceptionInput>, 'person'> & {
  readonly person?: Partial<Record<string, string>>;
};

/** A reception in order: authenticated copies for one person, nothing missing. */
export function anInput({ person = {}, ...change }: Change = {}): ReceptionInput {
  const text = (field: string, usual: string) => typed(person[field] ?? usual);
  return {
    person: {
      name: text('name', 'Nguyễn Thị Mẫu'),
      personalId: text('personalId', '001190000011'),
      birthDate: text('birthDate', '17/05/1990'),
      sex: text('sex', 'female'),
      address: text('address', 'Thôn Thử, xã Mẫu'),
      phone: text('phone', '0900 000 011'),
    },
    capacity: 'self',
    submitterName: '',
    submitterPersonalId: '',
    organisation: '',
    procedureCode: '2.000815',
    papers: papersOf(change.procedureCode ?? '2.000815'),
    sets: 1,
    quantity: 1,
    competentAgency: '',
    note: '',
    ...change,
  };
}
