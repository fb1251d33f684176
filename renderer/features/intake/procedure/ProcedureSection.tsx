import type { ReactNode } from 'react';
import { useLive } from '../../../app/page-context.ts';
import { Card } from '../../../ui/Card.tsx';
import { money } from '../../../ui/money.ts';
import { Tag } from '../../../ui/Tag.tsx';
import type { ProcedureHit } from '../../../worker/api.ts';
import styles from '../intake.module.css';
import { useIntakeState, useIntakeText } from '../intake-context.ts';
import { DuplicateWarning } from '../person/DuplicateWarning.tsx';
import { ProcedurePicker } from './ProcedurePicker.tsx';
import { termText } from './term-text.ts';

/** 2. Thủ tục: the search box and what the rules know about the chosen procedure. */
export function ProcedureSection() {
  const text = useIntakeText();
  const procedure = useIntakeState((state) => state.procedure);
  const office = useLive('session').value?.office;
  return (
    <Card
      title={text.procedure.title}
      aside={office && <span className={styles.aside}>{office.packTitle}</span>}
    >
      <ProcedurePicker />
      {procedure && <ProcedureFacts procedure={procedure} />}
      <DuplicateWarning />
    </Card>
  );
}

function ProcedureFacts({ procedure }: { readonly procedure: ProcedureHit }) {
  const text = useIntakeText().procedure;
  const fees = procedure.fees?.value.map((fee) =>
    fee.perUnit ? text.perUnit(money(fee.amount), fee.perUnit) : money(fee.amount),
  );
  return (
    <dl className={styles.procedureFacts}>
      <Fact name={text.code}>
        <span className="code">{procedure.code}</span>
      </Fact>
      <Fact name={text.sector}>{procedure.sector}</Fact>
      <Fact name={text.term} from={procedure.term}>
        {procedure.term && termText(text, procedure.term.value)}
      </Fact>
      <Fact name={text.fee} from={procedure.fees}>
        {fees && (fees.length === 0 ? text.free : fees.join(' + '))}
      </Fact>
    </dl>
  );
}

/** One fact; unknown ones stay visibly empty, unverified ones say so. */
function Fact(props: {
  readonly name: string;
  readonly from?:
    | { readonly source: string; readonly basis: 'sourced' | 'secondary' | 'unverified' }
    | undefined;
  readonly children: ReactNode;
}) {
  const text = useIntakeText().procedure;
  const { from } = props;
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        {props.children ?? <span className={styles.unknown}>{text.unknown}</span>}
        {from && from.basis !== 'sourced' && (
          <span title={text.source(from.source)}>
            <Tag tone="amber">{text.basis[from.basis]}</Tag>
          </span>
        )}
      </dd>
    </div>
  );
}
