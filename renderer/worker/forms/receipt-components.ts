import type { FormNode } from './form-definition.ts';
import type { ReceiptInput } from './receipt-input.ts';

type Reception = ReceiptInput['reception'];

const cell = (text: string, style: object = {}): FormNode => ({ text, ...style });
const count = (value: number): FormNode => cell(value > 0 ? String(value) : '–', { alignment: 'center' });

/** 1. Thành phần hồ sơ: one row per paper; what is only shown says so. */
export function componentsTable(reception: Reception): FormNode {
  const head = ['STT', 'Tên giấy tờ', 'Bản chính', 'Bản sao'].map((text) =>
    cell(text, { bold: true, alignment: 'center', fontSize: 9.5 }),
  );
  const rows = reception.components.map((component, index) => {
    const number = cell(String(index + 1), { alignment: 'center' });
    if (component.form === 'presented')
      return [
        number,
        cell(component.name),
        cell('chỉ xuất trình', { colSpan: 2, alignment: 'center' }),
        cell(''),
      ];
    return [number, cell(component.name), count(component.originals), count(component.copies)];
  });
  const none: FormNode[] = [
    cell('Không có giấy tờ nộp kèm', { colSpan: 4, italics: true }),
    cell(''),
    cell(''),
    cell(''),
  ];
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [22, '*', 46, 46],
      body: [head, ...(rows.length > 0 ? rows : [none])],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      paddingTop: () => 1.5,
      paddingBottom: () => 1.5,
      paddingLeft: () => 4,
      paddingRight: () => 4,
    },
    margin: [0, 2, 0, 4],
  };
}
