import type {
  AttentionItem,
  DossierDetail,
  DossierRow,
  OutboxEntry,
  TimelineStep,
} from '../../renderer/worker/api.ts';
import type { Dossier, DossierStatus } from '../../shared/domain/dossier/dossier.ts';
import type { OperationType } from '../../shared/domain/operation-types.ts';

/** Fictional dossiers in every state, for the in-memory page worker. Same `now`, same fixtures. */
export interface Fixtures {
  readonly details: readonly DossierDetail[];
  readonly outbox: readonly OutboxEntry[];
  readonly attention: readonly AttentionItem[];
}

const family = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Võ', 'Đặng', 'Bùi', 'Hoàng', 'Lý', 'Dương'];
const middle = ['Văn', 'Thị', 'Minh', 'Ngọc', 'Quốc', 'Kim'];
const given = ['Mẫu', 'Thí Dụ', 'Minh Họa', 'Giả Định', 'Tập Huấn', 'Thử'];
const procedures = [
  ['2.000815', 'Chứng thực bản sao từ bản chính giấy tờ, văn bản'],
  ['1.001193', 'Thủ tục đăng ký khai sinh'],
  ['1.004873', 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân'],
  ['1.000656', 'Thủ tục đăng ký khai tử'],
  ['2.000884', 'Chứng thực chữ ký trong các giấy tờ, văn bản'],
] as const;
const statuses: readonly DossierStatus[] = [
  'received',
  'processing',
  'awaitingSupplement',
  'processing',
  'finished',
  'received',
  'returned',
  'withdrawn',
  'processing',
  'stopped',
];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const uuid = (n: number, kind: number): string =>
  `019a${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const iso = (ms: number): string => new Date(ms).toISOString();

/** Makes `count` dossiers, the newest first. */
export function fixtures(now: number, count: number): Fixtures {
  const details = Array.from({ length: count }, (_, n) => detail(now, n));
  const waiting = details.filter((each) => each.row.sync === 'waiting');
  return {
    details,
    outbox: waiting.map((each, n) => ({
      operation: each.timeline.at(-1)?.operation ?? '',
      dossier: each.row.id,
      code: each.row.code,
      name: each.row.name,
      type: each.timeline.at(-1)?.type ?? 'dossier.receive',
      at: each.timeline.at(-1)?.at ?? iso(now),
      state: 'waiting',
      bytes: 3400 + n * 91_000,
      filesWaiting: n % 2,
    })),
    attention: details.flatMap((each) => each.attention),
  };
}

function detail(now: number, n: number): DossierDetail {
  const id = uuid(n, 1);
  const name = `${pick(family, n)} ${pick(middle, n * 3)} ${pick(given, n * 7 + (n >> 3))}`;
  const [code, procedure] = pick(procedures, n * 2);
  const status = n < 3 ? 'received' : pick(statuses, n);
  const receivedAt = now - n * 3 * HOUR - 20 * 60_000;
  const dueAt = receivedAt + (n % 5) * DAY + 2 * HOUR;
  const waiting = n < 4 || n % 11 === 0;
  const attention = n === 5 || n === 8 ? [attentionOf(n, id, iso(receivedAt))] : [];
  const provisionalCode = `P0K2-${String(50 - n + count0).padStart(5, '0')}-7`;
  const standing = ['awaitingSupplement', 'finished'].includes(status);
  const closed = ['returned', 'withdrawn', 'stopped'].includes(status);
  const dossier: Dossier = {
    id,
    version: 2,
    provisionalCode,
    ...(!waiting && { officialCode: `H99.187-${dayCode(receivedAt)}-${String(9000 - n).padStart(5, '0')}` }),
    status,
    procedure: { code, name: procedure },
    channel: 'counter',
    capacity: n % 7 === 2 ? 'representative' : 'self',
    applicant: {
      name,
      personalId: `07719200${String(1000 + n).slice(-4)}`,
      birthDate: '1992-08-14',
      sex: n % 2 ? 'female' : 'male',
      address: 'Tổ 12, ấp Mẫu, xã Mẫu, tỉnh Mẫu',
      phone: '0900000123',
      sources: { name: 'scanned', personalId: 'scanned' },
    },
    ...(n % 7 === 2 && { submitter: { name: 'Lê Thị Giả Định' } }),
    components: components(n),
    sets: 1,
    receivedAt: iso(receivedAt),
    clock: { trusted: true },
    appointment: {
      dueAt: iso(dueAt),
      expected: n % 6 === 1,
      reasons: n % 6 === 1 ? ['clock-untrusted'] : [],
      term: { unit: 'workingDays', amount: 3 },
    },
    fees: [{ kind: 'charge', name: 'Phí chứng thực', unitAmount: 2000, quantity: 3, amount: 6000 }],
    payment: 'cash',
    resultChannel: 'counter',
    ...(n % 4 === 0 && { note: 'Người dân xin nhận trước thứ Sáu.' }),
    receipt: { attachment: uuid(n, 9), sha256: 'a'.repeat(64), bytes: 40_000 },
    packs: 'b'.repeat(64),
    ...(status === 'processing' && { assignedTo: 'Công chức tư pháp – hộ tịch' }),
    timeline: [],
    fieldVersions: {},
    lost: [],
  } as unknown as Dossier;
  const row: DossierRow = {
    id,
    code: dossier.officialCode ?? provisionalCode,
    provisional: dossier.officialCode === undefined,
    name,
    procedureCode: code,
    procedureName: procedure,
    status,
    receivedAt: iso(receivedAt),
    dueAt: iso(dueAt),
    dueExpected: dossier.appointment.expected,
    urgency: closed
      ? 'closed'
      : standing
        ? 'standing'
        : dueAt < now
          ? 'overdue'
          : dueAt < now + 2 * DAY
            ? 'due-soon'
            : 'running',
    sync: attention.length > 0 ? 'attention' : waiting ? 'waiting' : 'sent',
  };
  return {
    dossier,
    row,
    timeline: timeline(n, receivedAt, status, waiting),
    attention,
    attachments: dossier.components.flatMap((component) =>
      component.attachments.map((file) => ({ sha256: file.sha256, arrived: !waiting, localId: file.id })),
    ),
    lost:
      n === 8
        ? [{ field: 'phone', value: '0900000999', operation: uuid(n, 3), at: iso(now), clerk: 'lan.nt' }]
        : [],
  } as unknown as DossierDetail;
}

const count0 = 40;
const dayCode = (ms: number): string => iso(ms).slice(2, 10).replaceAll('-', '');

function components(n: number): Dossier['components'] {
  return [
    {
      key: 'to-khai',
      name: 'Tờ khai theo mẫu',
      form: 'original',
      originals: 1,
      copies: 0,
      attachments: [
        {
          id: uuid(n, 4),
          sha256: String(n).padStart(64, 'c'),
          bytes: 86_000,
          mediaType: 'image/png',
          name: 'to-khai.png',
          source: 'scan',
        },
      ],
    },
    {
      key: 'can-cuoc',
      name: 'Thẻ căn cước của người yêu cầu',
      form: 'presented',
      originals: 0,
      copies: 0,
      attachments: [],
    },
    {
      key: 'ban-chinh',
      name: 'Bản chính giấy tờ làm cơ sở chứng thực',
      form: 'copy',
      originals: 0,
      copies: 2,
      attachments: [],
    },
  ] as unknown as Dossier['components'];
}

function timeline(n: number, receivedAt: number, status: DossierStatus, waiting: boolean): TimelineStep[] {
  const step = (type: OperationType, after: number, sent: boolean, text?: string) =>
    ({
      operation: uuid(n * 10 + after, 2),
      type,
      at: iso(receivedAt + after * 60_000),
      clerk: 'lan.nt',
      clerkName: 'Nguyễn Thị Lan',
      sent,
      ...(text && { text }),
    }) as TimelineStep;
  const steps = [step('dossier.receive', 0, !(waiting && status === 'received'))];
  if (status !== 'received') steps.push(step('dossier.accept', 9, true));
  if (status === 'processing')
    steps.push(step('dossier.forward', 10, !waiting, 'Công chức tư pháp – hộ tịch'));
  if (status === 'awaitingSupplement')
    steps.push(step('dossier.requestSupplement', 30, true, 'Thiếu bản sao giấy chứng sinh'));
  if (status === 'finished' || status === 'returned')
    steps.push(step('dossier.finish', 60, true, 'Đã có bản chứng thực'));
  if (status === 'returned') steps.push(step('dossier.returnResult', 90, !waiting, 'Nguyễn Văn Mẫu'));
  if (status === 'withdrawn' || status === 'stopped')
    steps.push(step('dossier.stop', 45, true, 'Người dân xin rút hồ sơ'));
  return steps;
}

function attentionOf(n: number, dossier: string, at: string): AttentionItem {
  return n === 5
    ? {
        id: uuid(n, 5),
        dossier,
        at,
        result: 'rejected',
        code: 'procedure-elsewhere',
        operationType: 'dossier.receive',
        kept: 'Tiếp nhận hồ sơ của Đặng Minh Thử, 1 giấy tờ, ghi chú: không có.',
      }
    : {
        id: uuid(n, 5),
        dossier,
        at,
        result: 'conflict',
        code: 'status-moved',
        operationType: 'dossier.forward',
        kept: 'Chuyển đến: Công chức tư pháp – hộ tịch. Ý kiến: đề nghị xem trước thứ Tư.',
      };
}
