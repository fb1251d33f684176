import { clockText, daysUntil, dayText } from '../../ui/moments.ts';
import type { DossierRow } from '../../worker/api.ts';
import { useText } from '../page-context.ts';

/** hạn trả — how long until the promise, in words. A dossier whose clock stands is never late. */
export function DueText({ row }: { readonly row: DossierRow }) {
  const { work } = useText();
  if (row.urgency === 'standing') return <span className="muted">{work.standing}</span>;
  if (row.dueAt === undefined) return <span className="muted">{work.noDue}</span>;
  const days = daysUntil(row.dueAt, Date.now());
  if (row.urgency === 'closed') return <span className="muted num">{dayText(row.dueAt)}</span>;
  if (row.urgency === 'overdue')
    return <span className="late num">{days < 0 ? work.overdueDays(-days) : work.overdue}</span>;
  if (days === 0) return <span className="soon num">{work.dueToday(clockText(row.dueAt))}</span>;
  if (row.urgency === 'due-soon') return <span className="soon num">{work.dueInDays(days)}</span>;
  return (
    <span className="num">
      {dayText(row.dueAt)}
      {row.dueExpected && <span className="muted"> {work.expected}</span>}
    </span>
  );
}
