import type { FeeLine } from '../dossier/payloads.ts';
import type { Procedure, ProcedureFee } from '../procedure/procedure.ts';

/**
 * phí, lệ phí — the lines of a reception in whole đồng. `quantity` counts what `perUnit` names and applies to those lines
 * only. No lines when the pack does not know the fees: unknown stays empty and is never shown as 0.
 */
export const feeLines = (procedure: Procedure, quantity: number): FeeLine[] =>
  (procedure.fees?.value ?? []).map((fee) => lineOf(fee, fee.perUnit === undefined ? 1 : quantity));

/** Sum of the lines; undefined as soon as one amount is unknown, or when the fees themselves are. */
export function feeTotal(procedure: Procedure, lines: readonly FeeLine[]): number | undefined {
  if (!procedure.fees) return undefined;
  return lines.reduce<number | undefined>(
    (sum, line) => (sum === undefined || line.amount === undefined ? undefined : sum + line.amount),
    0,
  );
}

function lineOf(fee: ProcedureFee, quantity: number): FeeLine {
  const tiers = [...(fee.tiers ?? [])].sort((a, b) => a.from - b.from);
  let amount = 0;
  for (let unit = 1; unit <= quantity; unit++) {
    amount += tiers.findLast((tier) => tier.from <= unit)?.amount ?? fee.amount;
  }
  const capped = Math.min(amount, fee.max ?? amount);
  // One price per unit is shown only where the line really is price × quantity.
  const flat = capped === fee.amount * quantity;
  return {
    kind: fee.kind,
    name: fee.name,
    ...(flat ? { unitAmount: fee.amount } : {}),
    quantity,
    amount: capped,
  };
}
