import { PackSetContent } from '../../shared/domain/packs/pack-set.ts';
import { calendarYears } from './calendar.ts';
import { abolished, certification } from './certification.ts';
import { civilStatus } from './civil-status.ts';
import { business, land, residence, social } from './other-sectors.ts';
import { type ProcedureTable, proceduresOf } from './procedure-line.ts';
import { sampleTerms } from './sample-terms.ts';
import { statuses } from './statuses.ts';

const TABLES: readonly ProcedureTable[] = [
  civilStatus,
  certification,
  abolished,
  social,
  land,
  residence,
  business,
  sampleTerms,
];

const OFFICE_DAY = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
];

/** The fictional commune of the demonstration; no such agency code has been issued. */
export const DEMONSTRATION_AGENCY = {
  code: 'X99.001',
  name: 'Ủy ban nhân dân xã Mẫu',
  parent: 'Ủy ban nhân dân Tỉnh mẫu',
  oneStopDesk: 'Trung tâm Phục vụ hành chính công xã Mẫu',
  place: 'Xã Mẫu',
  phone: '0900 000 000',
  recipients: [
    'Công chức Tư pháp – Hộ tịch',
    'Phòng Văn hóa – Xã hội',
    'Phòng Kinh tế',
    'Lãnh đạo Ủy ban nhân dân xã',
  ],
};

/**
 * bộ quy tắc minh họa — "Tỉnh mẫu · dữ liệu minh họa": everything that is sourced, and beside it the unverified values that
 * make a whole day playable. An office refuses it.
 */
export const demonstrationPackSet = (): PackSetContent =>
  PackSetContent.parse({
    title: 'Tỉnh mẫu · dữ liệu minh họa',
    demonstration: true,
    agency: DEMONSTRATION_AGENCY,
    procedures: TABLES.flatMap((table) => proceduresOf(table, true)),
    calendar: calendarYears(true),
    officeHours: {
      sessions: {
        value: {
          '1': OFFICE_DAY,
          '2': OFFICE_DAY,
          '3': OFFICE_DAY,
          '4': OFFICE_DAY,
          '5': OFFICE_DAY,
          '6': [],
          '7': [],
        },
        source: 'Giờ làm việc minh họa',
        basis: 'unverified',
      },
    },
    rules: {
      sameDayCutoff: { value: '15:00', source: 'NĐ 118/2025 Điều 18 khoản 2', basis: 'sourced' },
      maxAttachmentBytes: {
        value: 20_971_520,
        source: 'Giới hạn minh họa của cổng tỉnh mẫu',
        basis: 'unverified',
      },
      dueSoonWorkingDays: { value: 1, source: 'Ngưỡng nhắc việc minh họa', basis: 'unverified' },
    },
    statuses,
  });
