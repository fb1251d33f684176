import { NumberInput, SegmentedControl } from '@mantine/core';
import type { FeeLine } from '../../../../shared/domain/dossier/payloads.ts';
import { Card } from '../../../ui/Card.tsx';
import { money } from '../../../ui/money.ts';
import type { ReceptionDraft } from '../../../worker/api.ts';
import styles from '../intake.module.css';
import { useIntakeState, useIntakeText, useReception } from '../intake-context.ts';
import { PlainInput } from '../PlainInput.tsx';

/** 4. Lệ phí và trả kết quả. */
export function FinishSection() {
  const reception = useReception();
  const text = useIntakeText().finish;
  const draft = useIntakeState((state) => state.draft);
  const procedure = useIntakeState((state) => state.procedure);
  const unit = procedure?.fees?.value.find((fee) => fee.perUnit)?.perUnit;
  return (
    <Card title={text.title} className={styles.finishCard ?? ''}>
      <div className={styles.finish}>
        <SegmentedControl
          fullWidth
          size="xs"
          transitionDuration={0}
          aria-label={text.channel}
          value={draft.resultChannel}
          onChange={(value) => reception.set({ resultChannel: value as ReceptionDraft['resultChannel'] })}
          data={(['counter', 'electronic', 'post'] as const).map((value) => ({ value, label: text[value] }))}
        />
        {procedure && <PaymentChoice />}
        {procedure && <FeeLines />}
        <div className={styles.finishNumbers}>
          {unit !== undefined && (
            <CountInput
              field="quantity"
              label={text.quantity(unit)}
              value={draft.quantity}
              max={1000}
              onChange={(quantity) => reception.set({ quantity })}
            />
          )}
          <CountInput
            field="sets"
            label={text.sets}
            value={draft.sets}
            max={20}
            onChange={(sets) => reception.set({ sets })}
          />
          <PlainInput
            field="competentAgency"
            label={text.competent}
            placeholder={text.competentPlaceholder}
          />
        </div>
      </div>
    </Card>
  );
}

function CountInput(props: {
  readonly field: 'sets' | 'quantity';
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <NumberInput
      data-field={props.field}
      label={props.label}
      min={1}
      max={props.max}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="strict"
      hideControls
      classNames={{ input: 'num' }}
      value={props.value}
      onChange={(value) => props.onChange(typeof value === 'number' && value >= 1 ? value : 1)}
    />
  );
}

/** How it is paid; "chưa rõ" only where the rules know no fee, nothing to choose where nothing is due. */
function PaymentChoice() {
  const reception = useReception();
  const text = useIntakeText().finish;
  const payment = useIntakeState((state) => state.draft.payment);
  const fees = useIntakeState((state) => state.procedure?.fees?.value);
  if (fees?.every((fee) => fee.amount === 0)) return null;
  const choices = fees
    ? (['cash', 'transfer', 'exempt', 'none'] as const)
    : (['unknown', 'cash', 'transfer', 'exempt'] as const);
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      transitionDuration={0}
      aria-label={text.payment}
      value={payment}
      onChange={(value) => reception.set({ payment: value as ReceptionDraft['payment'] })}
      data={choices.map((value) => ({ value, label: text[value] }))}
    />
  );
}

function FeeLines() {
  const text = useIntakeText().finish;
  const preflight = useIntakeState((state) => state.preflight);
  const payment = useIntakeState((state) => state.draft.payment);
  const fees = useIntakeState((state) => state.procedure?.fees);
  if (!fees) return null;
  if (fees.value.every((fee) => fee.amount === 0)) return <p className={styles.feeUnknown}>{text.free}</p>;
  const lines = preflight?.fees ?? [];
  const [only] = lines.length === 1 ? lines : [];
  return (
    <div className={styles.fees}>
      {!only && lines.map((fee) => <FeeRow key={fee.name} fee={fee} />)}
      <div className={styles.feeTotal}>
        <span>{only ? feeName(only) : text.total}</span>
        <b className={`${styles.total} num`}>
          {preflight?.total === undefined ? '—' : money(preflight.total)}
        </b>
      </div>
      {payment === 'transfer' && <small>{text.transferNote}</small>}
    </div>
  );
}

const feeName = (fee: FeeLine): string => (fee.quantity > 1 ? `${fee.name} × ${fee.quantity}` : fee.name);

function FeeRow({ fee }: { readonly fee: FeeLine }) {
  return (
    <div className={styles.feeLine}>
      <span>{feeName(fee)}</span>
      <span className="num">{fee.amount === undefined ? '—' : money(fee.amount)}</span>
    </div>
  );
}
