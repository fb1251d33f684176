import type { PackSetContent } from '../../shared/domain/packs/pack-set.ts';

/** trạng thái hồ sơ — codes of the national portal (domain.md §1.4) with the words of the counter. */
export const statuses: PackSetContent['statuses'] = [
  { status: 'received', code: '2', vi: 'Mới tiếp nhận', en: 'Received', clock: 'runs' },
  { status: 'processing', code: '4', vi: 'Đang xử lý', en: 'In progress', clock: 'runs' },
  {
    status: 'awaitingSupplement',
    code: '5',
    vi: 'Chờ bổ sung',
    en: 'Waiting for supplement',
    clock: 'stands',
  },
  { status: 'finished', code: '9', vi: 'Chờ trả kết quả', en: 'Result ready', clock: 'stands' },
  { status: 'returned', code: '10', vi: 'Đã trả kết quả', en: 'Result returned', clock: 'stands' },
  { status: 'withdrawn', code: '7', vi: 'Đã rút hồ sơ', en: 'Withdrawn', clock: 'stands' },
  { status: 'stopped', code: '8', vi: 'Đã dừng', en: 'Stopped', clock: 'stands' },
];
