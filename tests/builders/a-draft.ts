import type { DraftField, DraftPaper, ReceptionDraft } from '../../renderer/worker/api.ts';
import { webIds } from '../../renderer/worker/keys/web-crypto-ports.ts';

const typed = (text: string): DraftField => ({ text, source: 'typed' });

/** A plainly fictional citizen at the counter; the name is planted so that a scan for clear text can look for it. */
export const CITIZEN = {
  name: 'Nguyễn Thị Giả Định',
  personalId: '068190000001',
  phone: '0912345678',
  address: 'Tổ dân phố Tưởng Tượng, xã Suối Mẫu',
} as const;

const held = (key: string, name: string): DraftPaper => ({
  key,
  name,
  form: 'original',
  required: true,
  held: true,
  originals: 1,
  copies: 0,
  attachments: [],
  typed: false,
});

/** A complete reception, ready for F9. */
export function aDraft(change: Partial<ReceptionDraft> = {}): ReceptionDraft {
  return {
    id: webIds.uuidV7(),
    startedAt: '2026-11-23T02:00:00.000Z',
    person: {
      name: { text: CITIZEN.name, source: 'scanned' },
      personalId: { text: CITIZEN.personalId, source: 'scanned' },
      birthDate: typed('17/05/1990'),
      sex: typed('female'),
      address: typed(CITIZEN.address),
      phone: typed(CITIZEN.phone),
    },
    capacity: 'self',
    submitterName: '',
    submitterPersonalId: '',
    organisation: '',
    procedureCode: '1.001193',
    papers: [held('to-khai', 'Tờ khai đăng ký khai sinh'), held('giay-chung-sinh', 'Giấy chứng sinh')],
    sets: 1,
    quantity: 1,
    payment: 'none',
    resultChannel: 'counter',
    competentAgency: '',
    note: '',
    ...change,
  };
}
