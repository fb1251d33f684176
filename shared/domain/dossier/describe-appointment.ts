import { type Language, localInWords } from '../../lib/local-time.ts';
import type { Appointment } from './payloads.ts';

/** hẹn trả, in words for screen and paper. */
export interface AppointmentText {
  /** the moment with hour and minute, "dự kiến" before it when it is expected only; what is missing when there is none */
  readonly moment: string;
  /** why it is expected or missing; empty for a firm promise */
  readonly reasons: readonly string[];
  /** the term the law gives, e.g. `3 ngày làm việc`; absent when unknown */
  readonly term?: string;
}

type Reason = Appointment['reasons'][number];

const reasons: Record<Language, Record<Reason, string>> = {
  vi: {
    'clock-untrusted': 'đồng hồ của máy chưa được đối chiếu với giờ chuẩn',
    'boundary-free': 'thời hạn tính từ khi cơ quan có thẩm quyền nhận được hồ sơ',
    'calendar-missing': 'chưa có lịch làm việc của năm có ngày hẹn trả',
    'term-unknown': 'bộ quy tắc chưa có thời hạn giải quyết của thủ tục này',
  },
  en: {
    'clock-untrusted': 'the clock of this machine has not been checked against standard time',
    'boundary-free': 'the term runs from the moment the competent agency receives the dossier',
    'calendar-missing': 'there is no working calendar yet for the year of the appointment',
    'term-unknown': 'the rules hold no term for this procedure',
  },
};

type Term = NonNullable<Appointment['term']>;

const termText: Record<Language, (term: Term) => string> = {
  vi: ({ unit, amount }) => {
    if (unit === 'immediate') return 'trong ngày làm việc';
    if (unit === 'workingHours') return `${amount} giờ làm việc`;
    return unit === 'workingDays' ? `${amount} ngày làm việc` : `${amount} ngày`;
  },
  en: ({ unit, amount }) => {
    if (unit === 'immediate') return 'within the working day';
    const plural = amount === 1 ? '' : 's';
    if (unit === 'workingHours') return `${amount} working hour${plural}`;
    return unit === 'workingDays' ? `${amount} working day${plural}` : `${amount} calendar day${plural}`;
  },
};

/** Appointment in, its words out; the same words stand on the slip (vi) and beside F9. */
export function describeAppointment(appointment: Appointment, language: Language = 'vi'): AppointmentText {
  const { dueAt, expected, term } = appointment;
  const firm = dueAt === undefined ? undefined : localInWords(dueAt, language);
  const expectedWord = language === 'vi' ? 'dự kiến' : 'expected';
  const missing = language === 'vi' ? 'chưa xác định được' : 'not yet known';
  return {
    moment: firm === undefined ? missing : expected ? `${expectedWord} ${firm}` : firm,
    reasons: appointment.reasons.map((reason) => reasons[language][reason]),
    ...(term && { term: termText[language](term) }),
  };
}
