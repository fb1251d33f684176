import type { z } from 'zod';
import {
  type AgencyProfile,
  type OfficeHours,
  PackSetContent,
  type RuleValues,
} from '../../shared/domain/packs/pack-set.ts';
import { calendarYears } from './calendar.ts';
import { certification } from './certification.ts';
import { civilStatus } from './civil-status.ts';
import { land, residence, social } from './other-sectors.ts';
import { proceduresOf } from './procedure-line.ts';
import { statuses } from './statuses.ts';

/** What only the province and the commune know of themselves; each value brings its own source. */
export interface OfficeParticulars {
  readonly title: string;
  readonly agency: z.input<typeof AgencyProfile>;
  readonly officeHours: z.input<typeof OfficeHours>;
  readonly maxAttachmentBytes: z.input<typeof RuleValues>['maxAttachmentBytes'];
  readonly dueSoonWorkingDays: z.input<typeof RuleValues>['dueSoonWorkingDays'];
}

/**
 * A real office's first pack set: the sourced and reported facts alone. No paper lists (the clerk types the papers) and no
 * unverified term or fee: what nobody has verified stays visibly empty.
 */
export const officePackSet = (office: OfficeParticulars): PackSetContent =>
  PackSetContent.parse({
    title: office.title,
    demonstration: false,
    agency: office.agency,
    procedures: [civilStatus, certification, social, land, residence].flatMap((table) =>
      proceduresOf(table, false),
    ),
    calendar: calendarYears(false),
    officeHours: office.officeHours,
    rules: {
      sameDayCutoff: { value: '15:00', source: 'NĐ 118/2025 Điều 18 khoản 2', basis: 'sourced' },
      maxAttachmentBytes: office.maxAttachmentBytes,
      dueSoonWorkingDays: office.dueSoonWorkingDays,
    },
    statuses,
  });
