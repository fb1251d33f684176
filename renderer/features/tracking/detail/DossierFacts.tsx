import type { FeeLine } from '../../../../shared/domain/dossier/payloads.ts';
import { useText } from '../../../app/page-context.ts';
import type { Texts } from '../../../text/texts.ts';
import { Card } from '../../../ui/Card.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { momentText } from '../../../ui/moments.ts';
import { money } from '../../../ui/money.ts';
import type { DossierDetail } from '../../../worker/api.ts';
import styles from './detail.module.css';

/** Codes, promise, fee and way of return, as they stood on the receipt. */
export function DossierFacts({ detail }: { readonly detail: DossierDetail }) {
  const { work } = useText();
  const { dossier } = detail;
  const { appointment } = dossier;
  const due = appointment.dueAt
    ? `${momentText(appointment.dueAt)}${appointment.expected ? ` (${work.expected})` : ''}`
    : work.noDue;
  return (
    <Card title={work.dossierFacts}>
      <Facts
        facts={[
          [work.officialCode, dossier.officialCode ?? work.officialLater],
          [work.provisionalCode, dossier.provisionalCode],
          [work.procedure, dossier.procedure.name],
          [work.procedureCode, dossier.procedure.code],
          [work.receivedAt, momentText(dossier.receivedAt)],
          [work.dueAt, due],
          dossier.assignedTo ? [work.assignedTo, dossier.assignedTo] : undefined,
          [work.resultChannel, work.channels[dossier.resultChannel]],
          [work.fees, feeText(work, dossier.fees)],
          [work.payment, work.payments[dossier.payment]],
          dossier.outcome ? [work.outcome, dossier.outcome] : undefined,
          dossier.note ? [work.note, dossier.note] : undefined,
        ]}
      />
      {appointment.reasons.map((reason) => (
        <p key={reason} className={styles.reason}>
          {work.reasons[reason]}
        </p>
      ))}
    </Card>
  );
}

function feeText(work: Texts['work'], fees: readonly FeeLine[]): string {
  if (fees.length === 0) return work.feeNone;
  if (fees.some((fee) => fee.amount === undefined)) return work.feeUnknown;
  return money(fees.reduce((sum, fee) => sum + (fee.amount ?? 0), 0));
}
