import type { Appointment } from '../dossier/payloads.ts';
import type { TermUnit } from '../procedure/procedure.ts';
import type { DayKind } from './working-days.ts';

/** One line of the reasoning behind a due moment: a stable code and its values; the words stand with whoever shows it. */
export type Step =
  | { readonly code: 'received'; readonly at: string }
  | { readonly code: 'term'; readonly unit: TermUnit; readonly amount: number }
  | { readonly code: 'term-unknown' }
  | { readonly code: 'cutoff'; readonly cutoff: string; readonly passed: boolean }
  | { readonly code: 'after-closing'; readonly day: string }
  | { readonly code: 'start-shifted'; readonly day: string }
  | { readonly code: 'start-day-not-counted'; readonly day: string }
  | { readonly code: 'day-counted'; readonly day: string; readonly number: number; readonly kind: DayKind }
  | { readonly code: 'calendar-days-counted'; readonly day: string; readonly amount: number }
  | { readonly code: 'day-off'; readonly day: string; readonly kind: DayKind }
  | {
      readonly code: 'hours-counted';
      readonly day: string;
      readonly from: string;
      readonly to: string;
      readonly minutesLeft: number;
    }
  | { readonly code: 'moved'; readonly from: string; readonly to: string }
  | { readonly code: 'closes'; readonly day: string; readonly time: string }
  | { readonly code: 'calendar-missing'; readonly year: number }
  | { readonly code: 'expected'; readonly reason: Appointment['reasons'][number] }
  | { readonly code: 'due'; readonly at: string };
