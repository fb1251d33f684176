import { formatMoney } from '../../../shared/lib/money.ts';
import type { FormNode } from './form-definition.ts';
import { field, UNKNOWN } from './form-field.ts';
import type { ReceiptInput } from './receipt-input.ts';

type Reception = ReceiptInput['reception'];

const payments: Record<Reception['payment'], string | undefined> = {
  none: 'không phải nộp',
  cash: 'nộp tiền mặt',
  transfer: 'chuyển khoản, chờ đối chiếu',
  exempt: 'được miễn',
  unknown: undefined,
};

const feeTitle = ({ kind, name }: Reception['fees'][number]): string =>
  /^(phí|lệ phí)/i.test(name) ? name : `${kind === 'fee' ? 'Lệ phí' : 'Phí'} ${name}`;

function feeAmount({ amount, unitAmount, quantity }: Reception['fees'][number]): string {
  if (amount === undefined) return `${UNKNOWN} đồng`;
  const times = unitAmount !== undefined && quantity > 1 ? ` (${formatMoney(unitAmount)} × ${quantity})` : '';
  return `${formatMoney(amount)}${times}`;
}

/** 7. Phí, lệ phí: the total, how it is paid, and the lines when there is more than one to tell. */
export function feeLines({ fees, payment }: Reception): FormNode[] {
  const way = payments[payment];
  const suffix = way ? ` (${way})` : '';
  if (fees.length === 0) return [field('7. Phí, lệ phí', way)];
  const known = fees.every((fee) => fee.amount !== undefined);
  const total = known
    ? formatMoney(fees.reduce((sum, fee) => sum + (fee.amount ?? 0), 0))
    : `${UNKNOWN} đồng`;
  const [only] = fees;
  const detail = fees.length === 1 && only ? `${suffix}: ${feeTitle(only)}` : suffix;
  const lines = fees.map((fee) => field(feeTitle(fee), feeAmount(fee)));
  return [
    { text: ['7. Phí, lệ phí: ', { text: total, bold: true }, detail], margin: [0, 0.5, 0, 0.5] },
    ...(fees.length > 1 || (only?.quantity ?? 1) > 1
      ? ([{ stack: lines, margin: [12, 0, 0, 0], fontSize: 9.5 }] satisfies FormNode[])
      : []),
  ];
}
