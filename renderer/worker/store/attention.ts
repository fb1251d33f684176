import type { Operation } from '../../../shared/domain/operation.ts';
import type { AttentionContent } from './folded-dossier.ts';
import type { AttentionRecord } from './rows.ts';
import { sealRow } from './sealed-row.ts';

/**
 * A row for what the machine may not decide, named after its operation so that counter and province never make two of
 * one thing. The clerk's own text stays in it.
 */
export async function attentionWrite(
  dataKey: CryptoKey,
  operation: Operation,
  result: AttentionContent['result'],
  code: string,
  lost: readonly { readonly field: string; readonly value: string }[] = [],
): Promise<{ readonly put: 'attention'; readonly row: AttentionRecord }> {
  const content: AttentionContent = {
    result,
    code,
    operationType: operation.type,
    kept: lost.length > 0 ? lost.map(({ value }) => value).join(' · ') : keptText(operation),
  };
  const c = await sealRow(dataKey, 'attention', operation.id, 1, content);
  return {
    put: 'attention',
    row: { id: operation.id, rev: 1, dossier: operation.entity, at: operation.at, c },
  };
}

/** What the clerk had entered, in her own words. */
export function keptText(operation: Operation): string {
  switch (operation.type) {
    case 'dossier.receive':
      return said(operation.payload.applicant.name, operation.payload.procedure.name, operation.payload.note);
    case 'dossier.amend': {
      const { phone, email, address, note } = operation.payload.set;
      return said(phone, email, address, note);
    }
    case 'dossier.forward':
      return said(operation.payload.to, operation.payload.note);
    case 'dossier.requestSupplement':
      return said(...operation.payload.items, operation.payload.reason);
    case 'dossier.finish':
      return said(operation.payload.outcome, operation.payload.note);
    case 'dossier.returnResult':
      return said(operation.payload.to);
    case 'dossier.stop':
      return said(operation.payload.reason);
    case 'dossier.accept':
    case 'dossier.supplement':
      return '';
  }
}

const said = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');
