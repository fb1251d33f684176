import type { ApplyContext } from '../../shared/domain/apply-context.ts';
import { DeviceId, OperationId } from '../../shared/domain/identity/ids.ts';
import {
  type OperationOf,
  type OperationType,
  operationPayloads,
  type PayloadOf,
} from '../../shared/domain/operation.ts';
import { aPackSet } from './a-pack-set.ts';

/** UUIDv7-shaped ids that say their number. */
export const anId = (number: number): string => `01999999-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const DOSSIER = anId(1);
export const packSet = aPackSet();

/** Everything known, nothing in use, nothing moved away. */
export const anyContext = (change: Partial<ApplyContext> = {}): ApplyContext => ({
  packSet: (hash) => (hash === packSet.hash ? packSet : undefined),
  dossierByProvisionalCode: () => undefined,
  movedElsewhere: () => false,
  ...change,
});

interface Circumstances {
  readonly id?: number;
  readonly base?: number;
  readonly device?: string;
  readonly clerk?: string;
  readonly at?: string;
  readonly deps?: readonly string[];
}

/** An operation of any type on the one dossier of these tests, payload checked as the protocol would. */
export function anOperation<T extends OperationType>(
  type: T,
  payload: unknown,
  {
    id = 100,
    base = 0,
    device = 'XM-Q1-TEST',
    clerk = 'lan.nt',
    at = '2026-11-23T02:15:00.000Z',
    deps = [],
  }: Circumstances = {},
): OperationOf<T> {
  return {
    v: 1,
    id: OperationId.parse(anId(id)),
    device: DeviceId.parse(device),
    epoch: 1,
    seq: 1,
    prev: '0',
    deps: deps.map((dep) => OperationId.parse(dep)),
    entity: DOSSIER,
    base,
    type,
    at,
    hlc: `1795400100000-0000-${device}`,
    clerk,
    packs: packSet.hash,
    payload: operationPayloads[type].parse(payload) as PayloadOf<T>,
  } as OperationOf<T>;
}

/** A reception with everything in order: three working days from Monday 23 November 2026, 09:15. */
export const aReception = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  provisionalCode: 'PK7Q-00047-B',
  procedure: { code: '1.000689', name: 'Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con' },
  channel: 'counter',
  capacity: 'self',
  applicant: {
    name: 'Nguyễn Thị Mẫu',
    personalId: '001190000011',
    birthDate: '1990-05-17',
    sex: 'female',
    address: 'Thôn Thử, xã Mẫu',
    phone: '0900000011',
    sources: { name: 'scanned', personalId: 'scanned' },
  },
  components: [
    {
      key: 'to-khai',
      name: 'Tờ khai đăng ký khai sinh',
      form: 'original',
      originals: 1,
      copies: 0,
      attachments: [],
    },
  ],
  sets: 1,
  receivedAt: '2026-11-23T02:15:00.000Z',
  clock: { trusted: true },
  appointment: {
    dueAt: '2026-11-27T10:00:00.000Z',
    expected: false,
    reasons: [],
    term: { unit: 'workingDays', amount: 3 },
  },
  fees: [],
  payment: 'none',
  resultChannel: 'counter',
  receipt: { attachment: anId(9), sha256: 'a'.repeat(64), bytes: 1000 },
  ...change,
});

/** An attachment whose content is named by one letter. */
export const anAttachment = (letter: string, name = 'to-khai.pdf'): Record<string, unknown> => ({
  id: anId(letter.charCodeAt(0)),
  sha256: letter.repeat(64),
  bytes: 1000,
  mediaType: 'application/pdf',
  name,
  source: 'file',
});
