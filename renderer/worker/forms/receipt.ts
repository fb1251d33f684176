import { type FormFonts, makePdf } from './make-pdf.ts';
import type { ReceiptInput } from './receipt-input.ts';
import { receiptDefinition } from './receipt-layout.ts';

/** giấy tiếp nhận hồ sơ và hẹn trả kết quả (form 01), A5. Reception in, PDF out; the same input gives the same bytes. */
export function receiptPdf(input: ReceiptInput, fonts: FormFonts): Promise<Uint8Array> {
  return makePdf(receiptDefinition(input), fonts);
}
