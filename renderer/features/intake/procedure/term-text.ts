import type { Term } from '../../../../shared/domain/procedure/procedure.ts';
import type { IntakeText } from '../../../text/vi.intake.ts';

/** thời hạn in words: "3 ngày làm việc". */
export function termText(text: IntakeText['procedure'], term: Term): string {
  return term.unit === 'immediate' ? text.immediate : text[term.unit](term.amount);
}
