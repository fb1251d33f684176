import type { Procedure, ProcedurePaper } from '../../../shared/domain/procedure/procedure.ts';
import type { DraftField, DraftPaper, ReceptionDraft } from '../api.ts';

/** One plainly fictional citizen of the lived-in day, and what she came for. */
export interface SampleReception {
  readonly procedure: string;
  readonly name: string;
  readonly personalId: string;
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
  readonly phone: string;
}

/** the procedure that the province moves to another system behind the counter's back */
export const MOVED = '1.004845';
export const conflicting: SampleReception = {
  procedure: '1.004873',
  name: 'Đặng Thị Xung Đột Mẫu',
  personalId: '077188000101',
  birthDate: '12/03/1988',
  sex: 'female',
  phone: '0900000101',
};
export const rejected: SampleReception = {
  procedure: MOVED,
  name: 'Bùi Văn Từ Chối Mẫu',
  personalId: '077079000102',
  birthDate: '25/11/1979',
  sex: 'male',
  phone: '0900000102',
};
export const waiting: readonly SampleReception[] = [
  {
    procedure: '2.000815',
    name: 'Hồ Thị Chờ Gửi Một',
    personalId: '077195000103',
    birthDate: '08/08/1995',
    sex: 'female',
    phone: '0900000103',
  },
  {
    procedure: '1.000656',
    name: 'Vũ Văn Chờ Gửi Hai',
    personalId: '077070000104',
    birthDate: '19/01/1970',
    sex: 'male',
    phone: '0900000104',
  },
  {
    procedure: '1.001193',
    name: 'Phạm Thị Chờ Gửi Ba',
    personalId: '077199000105',
    birthDate: '30/06/1999',
    sex: 'female',
    phone: '0900000105',
  },
];

const scanned = (text: string): DraftField => ({ text, source: 'scanned' });
const typed = (text: string): DraftField => ({ text, source: 'typed' });

/** The draft as a clerk would have left it before F9: card scanned, phone typed, every paper in hand. */
export function sampleDraft(
  sample: SampleReception,
  procedure: Procedure | undefined,
  made: { readonly id: string; readonly at: string },
): ReceptionDraft {
  return {
    id: made.id,
    startedAt: made.at,
    person: {
      name: scanned(sample.name),
      personalId: scanned(sample.personalId),
      birthDate: scanned(sample.birthDate),
      sex: scanned(sample.sex),
      address: scanned('Tổ 4, ấp Ví Dụ, xã Mẫu, tỉnh Mẫu'),
      phone: typed(sample.phone),
    },
    capacity: 'self',
    submitterName: '',
    submitterPersonalId: '',
    organisation: '',
    procedureCode: sample.procedure,
    papers: (procedure?.papers?.value ?? []).filter(({ reuse }) => reuse === undefined).map(inHand),
    sets: 1,
    quantity: 1,
    payment: paymentFor(procedure),
    resultChannel: 'counter',
    competentAgency: '',
    note: '',
  };
}

const inHand = ({ key, name, form, required, originals, copies }: ProcedurePaper): DraftPaper => ({
  key,
  name,
  form,
  required,
  held: true,
  originals,
  copies,
  attachments: [],
  typed: false,
});

function paymentFor(procedure: Procedure | undefined): ReceptionDraft['payment'] {
  if (!procedure?.fees) return 'unknown';
  return procedure.fees.value.some(({ amount }) => amount > 0) ? 'cash' : 'none';
}
