import { FREE, handedIn, type ProcedureTable } from './procedure-line.ts';

const SOURCE = 'Thủ tục minh họa, không có thật';

/** thủ tục mẫu — fictional procedures of the demonstration for the two units of term no procedure read so far has. */
export const sampleTerms: ProcedureTable = {
  sector: 'Thủ tục minh họa',
  systemOfRecord: 'province',
  source: SOURCE,
  basis: 'unverified',
  lines: [
    {
      code: '9.000001',
      name: 'Xác nhận mẫu theo giờ làm việc (minh họa)',
      term: [{ unit: 'workingHours', amount: 4 }, 'unverified'],
      fees: [FREE, 'unverified'],
      papers: [handedIn('request', 'Đơn mẫu')],
    },
    {
      code: '9.000002',
      name: 'Cấp phép mẫu theo ngày lịch (minh họa)',
      term: [{ unit: 'calendarDays', amount: 15 }, 'unverified'],
      fees: [FREE, 'unverified'],
      papers: [handedIn('request', 'Đơn mẫu')],
    },
  ],
};
