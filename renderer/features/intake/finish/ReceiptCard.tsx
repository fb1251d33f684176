import { QrCode } from 'lucide-react';
import styles from '../intake.module.css';
import { useIntakeState, useIntakeText } from '../intake-context.ts';
import { DueMoment } from './DueMoment.tsx';

/** The receipt as it will be: the promise first, then what the codes will be. The QR exists only after F9. */
export function ReceiptCard() {
  const text = useIntakeText();
  const preflight = useIntakeState((state) => state.preflight);
  const procedure = useIntakeState((state) => state.procedure);
  return (
    <section className={styles.receipt} aria-label={text.receipt.label}>
      <div className={styles.receiptTop}>
        <div>
          <h2 className={styles.receiptTitle}>{text.receipt.title}</h2>
          <DueMoment
            appointment={procedure ? preflight?.appointment : undefined}
            term={procedure?.term?.value}
          />
        </div>
        <div className={styles.qrLater} role="img" aria-label={text.receipt.qrLater}>
          <QrCode size={28} strokeWidth={1.4} aria-hidden />
          <span aria-hidden>{text.receipt.qrLater}</span>
        </div>
      </div>
      <dl className={styles.codes}>
        <div>
          <dt>{text.receipt.code}</dt>
          <dd>{text.receipt.codeLater}</dd>
        </div>
        <div>
          <dt>{text.receipt.official}</dt>
          <dd>{text.receipt.officialLater}</dd>
        </div>
      </dl>
    </section>
  );
}
