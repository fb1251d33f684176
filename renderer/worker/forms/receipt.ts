import type { PayloadOf } from '../../../shared/domain/operation.ts';
import type { AgencyProfile } from '../../../shared/domain/packs/pack-set.ts';
import { type FormFonts, makePdf } from './make-pdf.ts';
import { receiptDefinition } from './receipt-layout.ts';

/** Everything form 01 shows; built from the values of the reception itself, so that paper and operation cannot differ. */
export interface ReceiptInput {
  readonly reception: Omit<PayloadOf<'dossier.receive'>, 'receipt'>;
  /** the operation's `at`: also the date of the file, so that the same act gives the same bytes */
  readonly at: string;
  readonly agency: AgencyProfile;
  readonly clerkName: string;
  /** the pack set is fictional: badge on every page */
  readonly demonstration: boolean;
}

/** giấy tiếp nhận hồ sơ và hẹn trả kết quả (form 01), A5. Reception in, PDF out; the same input gives the same bytes. */
export function receiptPdf(input: ReceiptInput, fonts: FormFonts): Promise<Uint8Array> {
  return makePdf(receiptDefinition(input), fonts);
}
