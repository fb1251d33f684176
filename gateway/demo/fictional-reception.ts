import { dossierPayloads } from '../../shared/domain/dossier/payloads.ts';
import { formatProvisionalCode } from '../../shared/domain/dossier/provisional-code.ts';
import { feeLines } from '../../shared/domain/fee/fee-lines.ts';
import type { PayloadOf } from '../../shared/domain/operation.ts';
import type { PackSetContent } from '../../shared/domain/packs/pack-set.ts';
import type { Procedure } from '../../shared/domain/procedure/procedure.ts';
import { dueMoment } from '../../shared/domain/schedule/due-moment.ts';
import type { SeededRandom } from './seeded-random.ts';

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Vũ', 'Đặng', 'Bùi', 'Hồ'];
const MIDDLES = { male: ['Văn', 'Hữu', 'Đức'], female: ['Thị', 'Ngọc', 'Thu'] } as const;
/** plainly fictional: "sample", "trial", "example", "imagined" … */
const GIVEN = ['Mẫu', 'Thử', 'Ví Dụ', 'Minh Họa', 'Giả Định', 'Tưởng Tượng', 'Trình Diễn', 'Luyện Tập'];
const HAMLETS = ['Thôn Mẫu 1', 'Thôn Mẫu 2', 'Ấp Thử Nghiệm', 'Khu phố Minh Họa', 'Tổ dân phố Ví Dụ'];
const PROVINCES = ['001', '034', '040', '051', '068', '074', '077', '079', '092'];

/** A fictional citizen: the number is well formed (province, century and sex, year), the rest of it invented. */
export function fictionalPerson(random: SeededRandom) {
  const sex = random.pick(['male', 'female'] as const);
  const year = random.between(1950, 2006);
  const century = (year < 2000 ? 0 : 2) + (sex === 'male' ? 0 : 1);
  const two = (value: number) => String(value).padStart(2, '0');
  const serial = String(random.between(1, 999_999)).padStart(6, '0');
  return {
    name: `${random.pick(FAMILIES)} ${random.pick(MIDDLES[sex])} ${random.pick(GIVEN)}`,
    personalId: `${random.pick(PROVINCES)}${century}${two(year % 100)}${serial}`,
    birthDate: `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`,
    sex,
    address: `${random.pick(HAMLETS)}, xã Mẫu, Tỉnh mẫu`,
    phone: `0900${String(random.between(0, 999_999)).padStart(6, '0')}`,
    sources: {
      name: 'scanned',
      personalId: 'scanned',
      birthDate: 'scanned',
      sex: 'scanned',
      address: 'scanned',
    },
  } as const;
}

/** What a clerk would have written down for a fictional person and a procedure of the pack, promise and fees computed from it. */
export function fictionalReception(
  random: SeededRandom,
  content: PackSetContent,
  procedure: Procedure,
  moment: { readonly receivedAt: number; readonly series: string; readonly number: number },
  receipt: PayloadOf<'dossier.receive'>['receipt'],
): PayloadOf<'dossier.receive'> {
  const receivedAt = new Date(moment.receivedAt).toISOString();
  const fees = feeLines(procedure, random.between(1, 6));
  const { appointment } = dueMoment({
    term: procedure.term?.value,
    cutoffShiftsStart: procedure.cutoffShiftsStart,
    receivedAt,
    boundaryFree: false,
    clockTrusted: true,
    calendar: content.calendar,
    officeHours: content.officeHours,
    rules: content.rules,
  });
  return dossierPayloads['dossier.receive'].parse({
    provisionalCode: formatProvisionalCode({ series: moment.series, number: moment.number }),
    procedure: { code: procedure.code, name: procedure.name.value },
    channel: 'counter',
    capacity: 'self',
    applicant: fictionalPerson(random),
    components: (procedure.papers?.value ?? [])
      .filter((paper) => !paper.reuse)
      .map(({ key, name, form, originals, copies }) => ({
        key,
        name,
        form,
        originals,
        copies,
        attachments: [],
      })),
    sets: 1,
    receivedAt,
    clock: { trusted: true },
    appointment,
    fees,
    payment: fees.length === 0 ? 'none' : random.pick(['cash', 'transfer'] as const),
    resultChannel: 'counter',
    receipt,
  });
}
