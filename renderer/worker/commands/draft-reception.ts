import type {
  Applicant,
  ClockEvidence,
  DossierComponent,
  FieldSource,
} from '../../../shared/domain/dossier/payloads.ts';
import { feeLines } from '../../../shared/domain/fee/fee-lines.ts';
import { readBirthDate } from '../../../shared/domain/identity/birth-date.ts';
import { readPersonName } from '../../../shared/domain/identity/person-name.ts';
import { readPersonalId } from '../../../shared/domain/identity/personal-id.ts';
import { readPhone } from '../../../shared/domain/identity/phone.ts';
import type { PayloadOf } from '../../../shared/domain/operation.ts';
import type { PackSet } from '../../../shared/domain/packs/pack-set.ts';
import type { Procedure } from '../../../shared/domain/procedure/procedure.ts';
import { isBoundaryFree, promiseFor } from '../../../shared/domain/schedule/promise-for.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { localDayOf } from '../../../shared/lib/vietnam-time.ts';
import type { DraftPaper, ReceptionDraft } from '../api.ts';

/** What rules a reception at this moment. */
export interface ReceptionMoment {
  readonly packs: PackSet;
  readonly procedure: Procedure;
  readonly receivedAt: string;
  readonly clock: ClockEvidence;
}

/** Reception as far as a draft and the rules give it: without code and receipt, not yet validated. */
export type DraftedReception = Omit<PayloadOf<'dossier.receive'>, 'provisionalCode' | 'receipt'>;

/** Draft in, values of the operation out: texts trimmed to NFC, due moment and fees computed from the pack set. */
export function draftReception(draft: ReceptionDraft, moment: ReceptionMoment): DraftedReception {
  const { packs, procedure, receivedAt, clock } = moment;
  const competent = clean(draft.competentAgency);
  const { appointment } = promiseFor(procedure, packs.content, {
    receivedAt,
    boundaryFree: isBoundaryFree(competent || undefined, packs.content.agency.code),
    clockTrusted: clock.trusted,
  });
  const submitterName = clean(draft.submitterName);
  const submitterId = read(readPersonalId(draft.submitterPersonalId));
  return {
    procedure: { code: procedure.code, name: procedure.name.value },
    channel: 'counter',
    capacity: draft.capacity,
    applicant: applicantOf(draft, localDayOf(Date.parse(receivedAt))),
    submitter:
      draft.capacity !== 'self' && submitterName
        ? { name: submitterName, personalId: submitterId }
        : undefined,
    organisation: draft.capacity === 'organisation' ? clean(draft.organisation) || undefined : undefined,
    components: draft.papers.filter(({ held }) => held).map(componentOf),
    sets: draft.sets,
    receivedAt: receivedAt as DraftedReception['receivedAt'],
    clock,
    competentAgency: (competent || undefined) as DraftedReception['competentAgency'],
    appointment,
    fees: feeLines(procedure, Number.isInteger(draft.quantity) ? Math.min(draft.quantity, 1000) : 1),
    payment: draft.payment,
    resultChannel: draft.resultChannel,
    note: draft.note.normalize('NFC').trim() || undefined,
  };
}

const clean = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** A value as the rules read it; what they cannot read is left out here and found by `checkReception`. */
const read = (result: Result<string, string>): string | undefined => (result.ok ? result.value : undefined);

function applicantOf({ person }: ReceptionDraft, today: string): Applicant {
  const sources: Partial<Record<keyof Applicant['sources'], FieldSource>> = {};
  for (const field of ['name', 'personalId', 'birthDate', 'sex', 'address', 'phone'] as const)
    if (person[field].text && person[field].source !== 'typed') sources[field] = person[field].source;
  const sex = person.sex.text;
  return {
    name: read(readPersonName(person.name.text)) ?? clean(person.name.text),
    personalId: read(readPersonalId(person.personalId.text)) ?? '',
    birthDate: read(readBirthDate(person.birthDate.text, today)) as Applicant['birthDate'],
    sex: sex === 'male' || sex === 'female' ? sex : undefined,
    address: clean(person.address.text) || undefined,
    phone: read(readPhone(person.phone.text)) || undefined,
    sources,
  };
}

const componentOf = (paper: DraftPaper): DossierComponent => ({
  key: paper.key,
  name: clean(paper.name),
  form: paper.form,
  originals: paper.originals,
  copies: paper.copies,
  attachments: paper.attachments.map((file) => ({
    ...file,
    name: file.name.normalize('NFC'),
  })) as DossierComponent['attachments'],
});
