import type { z } from 'zod';
import type { CalendarYear } from '../../shared/domain/packs/pack-set.ts';

type Year = z.input<typeof CalendarYear>;

const PLAN_2026 = 'TB 9441/TB-BNV; NQ 28/2026/QH16 (24/11)';
const OFF_2025 = [
  '2025-01-01',
  '2025-01-27',
  '2025-01-28',
  '2025-01-29',
  '2025-01-30',
  '2025-01-31',
  '2025-04-07',
  '2025-04-30',
  '2025-05-01',
  '2025-05-02',
  '2025-09-01',
  '2025-09-02',
];
const OFF_2026 = [
  '2026-01-01',
  '2026-01-02',
  '2026-02-16',
  '2026-02-17',
  '2026-02-18',
  '2026-02-19',
  '2026-02-20',
  '2026-04-27',
  '2026-04-30',
  '2026-05-01',
  '2026-08-31',
  '2026-09-01',
  '2026-09-02',
  '2026-11-24',
];

/**
 * lịch nghỉ — 2025 and 2026. The plan for 2027 has not been published, so 2027 is absent on purpose: terms that run into it
 * are "dự kiến" without a date. The exchanged Saturdays known from memory only stand in the demonstration.
 */
export const calendarYears = (unverified: boolean): Year[] => [
  {
    year: 2025,
    off: { value: OFF_2025, source: 'Lịch nghỉ 2025 theo nguồn thứ cấp', basis: 'secondary' },
    workingWeekend: unverified
      ? { value: ['2025-04-26'], source: 'Làm bù cho 2/5/2025, chưa đối chiếu', basis: 'unverified' }
      : { value: [], source: 'Chưa có văn bản về ngày làm bù', basis: 'secondary' },
  },
  {
    year: 2026,
    off: { value: OFF_2026, source: PLAN_2026, basis: 'sourced' },
    workingWeekend: unverified
      ? {
          value: ['2026-01-10', '2026-08-22'],
          source: `${PLAN_2026}; làm bù 10/1 chưa đối chiếu`,
          basis: 'unverified',
        }
      : { value: ['2026-08-22'], source: PLAN_2026, basis: 'sourced' },
  },
];
