import fs from 'node:fs/promises';
import path from 'node:path';
import type { FormFonts } from '../../renderer/worker/forms/make-pdf.ts';
import type { ReceiptInput } from '../../renderer/worker/forms/receipt-input.ts';
import { dossierPayloads } from '../../shared/domain/dossier/payloads.ts';
import { AgencyProfile } from '../../shared/domain/packs/pack-set.ts';

type Reception = ReceiptInput['reception'];

const reception = dossierPayloads['dossier.receive'].omit({ receipt: true }).parse({
  provisionalCode: 'P0B2-00001-K',
  procedure: { code: '1.001193', name: 'Đăng ký khai sinh' },
  channel: 'counter',
  capacity: 'self',
  applicant: {
    name: 'Nguyễn Thị Mẫu',
    personalId: '068190000001',
    birthDate: '1990-05-17',
    sex: 'female',
    address: 'Tổ dân phố 3, xã Suối Mẫu, tỉnh Mẫu',
    phone: '0912345678',
    sources: { name: 'scanned' },
  },
  components: [
    paper('to-khai', 'Tờ khai đăng ký khai sinh', 'original', 1, 0),
    paper('giay-chung-sinh', 'Giấy chứng sinh', 'original', 1, 0),
    paper('can-cuoc', 'Thẻ căn cước của người đi đăng ký', 'presented', 0, 0),
  ],
  sets: 1,
  receivedAt: '2026-11-23T02:15:00.000Z',
  clock: { trusted: true },
  appointment: {
    dueAt: '2026-11-24T10:00:00.000Z',
    expected: false,
    reasons: [],
    term: { unit: 'workingDays', amount: 1 },
  },
  fees: [{ kind: 'fee', name: 'Lệ phí đăng ký khai sinh', unitAmount: 8000, quantity: 1, amount: 8000 }],
  payment: 'cash',
  resultChannel: 'counter',
});

function paper(key: string, name: string, form: 'original' | 'presented', originals: number, copies: number) {
  return { key, name, form, originals, copies, attachments: [] };
}

const agency = AgencyProfile.parse({
  code: 'H99.01',
  name: 'Ủy ban nhân dân xã Suối Mẫu',
  parent: 'Ủy ban nhân dân tỉnh Mẫu',
  oneStopDesk: 'Trung tâm phục vụ hành chính công xã Suối Mẫu',
  place: 'Suối Mẫu',
  recipients: [],
});

/** A plainly fictional reception as form 01 shows it. */
export function aReceipt(
  changes: Partial<Reception> = {},
  around: Partial<Omit<ReceiptInput, 'reception'>> = {},
): ReceiptInput {
  return {
    at: reception.receivedAt,
    agency,
    clerkName: 'Trần Văn Thử',
    demonstration: false,
    ...around,
    reception: { ...reception, ...changes },
  };
}

/** The fonts the program ships, read from the package. */
export async function formFonts(): Promise<FormFonts> {
  const folder = path.resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts/tinos');
  const read = async (file: string) => new Uint8Array(await fs.readFile(path.join(folder, file)));
  return {
    regular: await read('400Regular/Tinos_400Regular.ttf'),
    bold: await read('700Bold/Tinos_700Bold.ttf'),
    italic: await read('400Regular_Italic/Tinos_400Regular_Italic.ttf'),
  };
}
