import { err, ok } from '../../../shared/lib/result.ts';
import type { Answer } from '../api.ts';
import type { Counter } from '../boot/office.ts';
import { attachmentBytes } from '../files/attachments.ts';
import { hostProblem } from './host-problem.ts';

/** in giấy hẹn — prints the stored slip, never a new one; a reprint is the same bytes marked "In lại". */
export async function printReceipt(
  { office }: Counter,
  markReprint: (pdf: Uint8Array, at: string) => Promise<Uint8Array>,
  input: { readonly dossier: string; readonly reprint: boolean },
): Promise<Answer<{ via: 'folder' | 'printer' | 'dialog'; pdf: Uint8Array }>> {
  const dossier = office.shelf.get(input.dossier)?.dossier;
  if (!dossier) return err({ code: 'dossier-missing' });
  if (!(await office.store.get('attachments', dossier.receipt.attachment)))
    return err({ code: 'receipt-elsewhere' });
  const stored = await attachmentBytes(office, dossier.receipt.attachment);
  if (!stored.ok) return stored;
  try {
    const pdf = input.reprint
      ? await markReprint(stored.value.bytes, new Date(office.clock.now()).toISOString())
      : stored.value.bytes;
    const name = `${dossier.provisionalCode}${input.reprint ? '-in-lai' : ''}.pdf`;
    const { via } = await office.host.print({ name, pdf, paper: 'A5' });
    return ok({ via, pdf });
  } catch (error) {
    return hostProblem(error);
  }
}
