import type { NotReceivable } from '../../shared/domain/procedure/receivable.ts';
import type { Step } from '../../shared/domain/schedule/step.ts';
import { isoWeekday, localDayOf, localTimeOf } from '../../shared/lib/vietnam-time.ts';

export type Language = 'vi' | 'en';

type Said<C extends Step['code']> = (step: Extract<Step, { code: C }>) => string;
type Words = { readonly [C in Step['code']]: Said<C> };

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

const dated = (language: Language) => (day: string) =>
  `${WEEKDAYS[language][isoWeekday(day) - 1]} ${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
const moment = (language: Language) => (at: string) =>
  `${localTimeOf(Date.parse(at))} ${dated(language)(localDayOf(Date.parse(at)))}`;

const UNITS = {
  vi: {
    immediate: 'trong ngày',
    workingHours: 'giờ làm việc',
    workingDays: 'ngày làm việc',
    calendarDays: 'ngày',
  },
  en: {
    immediate: 'same day',
    workingHours: 'working hours',
    workingDays: 'working days',
    calendarDays: 'days',
  },
} as const;
const KINDS = {
  vi: {
    working: 'cơ quan không có giờ làm việc',
    compensatory: 'làm bù',
    weekend: 'ngày nghỉ hằng tuần',
    holiday: 'nghỉ lễ',
    unknown: 'chưa có lịch',
  },
  en: {
    working: 'the office has no hours',
    compensatory: 'worked in exchange',
    weekend: 'weekly rest',
    holiday: 'public holiday',
    unknown: 'no calendar',
  },
} as const;
const REASONS = {
  vi: {
    'clock-untrusted': 'đồng hồ máy chưa tin cậy',
    'boundary-free': 'nhận hộ cơ quan khác, thời hạn tính từ khi cơ quan có thẩm quyền nhận',
    'calendar-missing': 'thời hạn chạy sang năm chưa có lịch nghỉ',
    'term-unknown': 'bộ quy tắc chưa có thời hạn của thủ tục',
  },
  en: {
    'clock-untrusted': 'the clock of this machine is not trusted',
    'boundary-free': 'received for another agency, whose reception starts the term',
    'calendar-missing': 'the term runs into a year without a calendar',
    'term-unknown': 'the rules do not know the term',
  },
} as const;

const vi: Words = {
  received: (s) => `Tiếp nhận lúc ${moment('vi')(s.at)}.`,
  term: (s) => `Thời hạn: ${s.unit === 'immediate' ? '' : `${s.amount} `}${UNITS.vi[s.unit]}.`,
  'term-unknown': () => 'Chưa có thời hạn giải quyết.',
  cutoff: (s) => (s.passed ? `Nhận từ ${s.cutoff} trở đi.` : `Nhận trước ${s.cutoff}.`),
  'after-closing': (s) => `Nhận sau khi hết giờ làm việc ${dated('vi')(s.day)}.`,
  'start-shifted': (s) => `Bắt đầu tính từ ngày làm việc tiếp theo: ${dated('vi')(s.day)}.`,
  'start-day-not-counted': (s) => `Không tính ngày bắt đầu: ${dated('vi')(s.day)}.`,
  'day-counted': (s) =>
    `Ngày ${s.number}: ${dated('vi')(s.day)}${s.kind === 'compensatory' ? ` (${KINDS.vi.compensatory})` : ''}.`,
  'calendar-days-counted': (s) => `Cộng ${s.amount} ngày: ${dated('vi')(s.day)}.`,
  'day-off': (s) => `Không tính ${dated('vi')(s.day)}: ${KINDS.vi[s.kind]}.`,
  'hours-counted': (s) => `Tính ${dated('vi')(s.day)} từ ${s.from} đến ${s.to}, còn ${s.minutesLeft} phút.`,
  moved: (s) => `Chuyển từ ${dated('vi')(s.from)} sang ngày làm việc tiếp theo: ${dated('vi')(s.to)}.`,
  closes: (s) => `Hết giờ làm việc ${dated('vi')(s.day)}: ${s.time}.`,
  'calendar-missing': (s) =>
    `Chưa có lịch nghỉ năm ${s.year}: tạm tính từ thứ Hai đến thứ Sáu, ngày hẹn chỉ là dự kiến.`,
  expected: (s) => `Dự kiến: ${REASONS.vi[s.reason]}.`,
  due: (s) => `Hẹn trả ${moment('vi')(s.at)}.`,
};

const en: Words = {
  received: (s) => `Received at ${moment('en')(s.at)}.`,
  term: (s) => `Term: ${s.unit === 'immediate' ? '' : `${s.amount} `}${UNITS.en[s.unit]}.`,
  'term-unknown': () => 'The term is not known.',
  cutoff: (s) => (s.passed ? `Received at or after ${s.cutoff}.` : `Received before ${s.cutoff}.`),
  'after-closing': (s) => `Received after closing on ${dated('en')(s.day)}.`,
  'start-shifted': (s) => `Counting starts on the next working day: ${dated('en')(s.day)}.`,
  'start-day-not-counted': (s) => `The day of the start is not counted: ${dated('en')(s.day)}.`,
  'day-counted': (s) =>
    `Day ${s.number}: ${dated('en')(s.day)}${s.kind === 'compensatory' ? ` (${KINDS.en.compensatory})` : ''}.`,
  'calendar-days-counted': (s) => `Plus ${s.amount} days: ${dated('en')(s.day)}.`,
  'day-off': (s) => `Not counted, ${dated('en')(s.day)}: ${KINDS.en[s.kind]}.`,
  'hours-counted': (s) =>
    `Counted on ${dated('en')(s.day)} from ${s.from} to ${s.to}, ${s.minutesLeft} minutes left.`,
  moved: (s) => `Moved from ${dated('en')(s.from)} to the next working day: ${dated('en')(s.to)}.`,
  closes: (s) => `The office closes on ${dated('en')(s.day)} at ${s.time}.`,
  'calendar-missing': (s) =>
    `No calendar for ${s.year}: Mondays to Fridays are counted, the date is only expected.`,
  expected: (s) => `Expected only: ${REASONS.en[s.reason]}.`,
  due: (s) => `Due at ${moment('en')(s.at)}.`,
};

/** Why this counter would not receive the procedure on that day; the moment is computed all the same. */
export const refusalWords: Readonly<Record<Language, Readonly<Record<NotReceivable, string>>>> = {
  vi: {
    'procedure-unknown': 'Không có thủ tục này.',
    'procedure-not-in-force': 'Thủ tục không có hiệu lực vào ngày này.',
    'procedure-elsewhere': 'Thủ tục này không tiếp nhận tại đây.',
  },
  en: {
    'procedure-unknown': 'No such procedure.',
    'procedure-not-in-force': 'The procedure is not in force on that day.',
    'procedure-elsewhere': 'This procedure is not received here.',
  },
};

const saidBy = (words: Words) => (step: Step) => (words[step.code] as Said<Step['code']>)(step);

/** One line of reasoning in words. */
export const stepWords: Readonly<Record<Language, (step: Step) => string>> = {
  vi: saidBy(vi),
  en: saidBy(en),
};
