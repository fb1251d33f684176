import type { AgencyProfile } from '../../../shared/domain/packs/pack-set.ts';
import type { FormDefinition, FormNode } from './form-definition.ts';

const rule = (width: number): FormNode => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.6 }],
  alignment: 'center',
  margin: [0, 2, 0, 0],
});

/** Agency block, motto and the place-and-date line that stand at the head of every official paper. */
export function formHeading(agency: AgencyProfile, date: string): FormNode {
  const upper = agency.name === agency.oneStopDesk ? agency.parent : agency.name;
  return {
    columns: [
      {
        width: '44%',
        alignment: 'center',
        stack: [
          { text: upper.toLocaleUpperCase('vi'), fontSize: 9 },
          { text: agency.oneStopDesk.toLocaleUpperCase('vi'), bold: true, fontSize: 9 },
          rule(60),
        ],
      },
      {
        width: '*',
        alignment: 'center',
        stack: [
          { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true, fontSize: 8.5, noWrap: true },
          { text: 'Độc lập - Tự do - Hạnh phúc', bold: true, fontSize: 10 },
          rule(110),
          { text: date, italics: true, fontSize: 10, margin: [0, 5, 0, 0] },
        ],
      },
    ],
    columnGap: 6,
  };
}

/** Badge of the fictional province on every page, and the line that names form, code and page. */
export function formFooter(
  form: string,
  code: string,
  demonstration: boolean,
): Pick<FormDefinition, 'header' | 'footer'> {
  return {
    ...(demonstration && {
      header: {
        text: 'BẢN MINH HỌA · Tỉnh mẫu · dữ liệu minh họa · không có giá trị pháp lý',
        bold: true,
        fontSize: 9,
        alignment: 'center',
        margin: [34, 17, 34, 0],
      },
    }),
    footer: (page, pages) => ({
      columns: [
        { text: `${form} · bố cục chờ xác nhận · ${code}` },
        { text: `Trang ${page}/${pages}`, alignment: 'right', width: 60 },
      ],
      fontSize: 8,
      margin: [34, 8, 34, 0],
    }),
  };
}

/** Places for both signatures, never torn apart by a page break. */
export function signaturePlaces(submitter: string, receiver: string): FormNode {
  const place = (title: string, name: string): FormNode => ({
    alignment: 'center',
    stack: [
      { text: title, bold: true },
      { text: '(Ký và ghi rõ họ tên)', italics: true, fontSize: 9 },
      { text: name, margin: [0, 36, 0, 0] },
    ],
  });
  return {
    unbreakable: true,
    columns: [place('NGƯỜI NỘP HỒ SƠ', submitter), place('NGƯỜI TIẾP NHẬN HỒ SƠ', receiver)],
    columnGap: 10,
  };
}
