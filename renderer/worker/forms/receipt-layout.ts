import { describeAppointment } from '../../../shared/domain/dossier/describe-appointment.ts';
import { localInWords, localParts } from '../../../shared/lib/local-time.ts';
import type { FormDefinition, FormNode } from './form-definition.ts';
import { field, UNKNOWN } from './form-field.ts';
import { formFooter, formHeading, signaturePlaces } from './form-frame.ts';
import { componentsTable } from './receipt-components.ts';
import { feeLines } from './receipt-fees.ts';
import type { ReceiptInput } from './receipt-input.ts';

type Reception = ReceiptInput['reception'];

function codeRow(code: string): FormNode {
  return {
    margin: [0, 6, 0, 4],
    columns: [
      { qr: code, fit: 60, eccLevel: 'M', width: 66 },
      {
        stack: [
          { text: 'GIẤY TIẾP NHẬN HỒ SƠ\nVÀ HẸN TRẢ KẾT QUẢ', bold: true, fontSize: 14, lineHeight: 1.05 },
          {
            text: ['Mã tạm: ', { text: code, bold: true, fontSize: 14 }],
            margin: [0, 3, 0, 0],
            fontSize: 11,
          },
        ],
        alignment: 'center',
        width: '*',
      },
      { text: 'Liên giao\nngười nộp', italics: true, fontSize: 8.5, alignment: 'right', width: 66 },
    ],
  };
}

function people(reception: Reception): FormNode[] {
  const { applicant, submitter, organisation, capacity } = reception;
  const role = capacity === 'organisation' ? 'người nộp thay tổ chức' : 'người được ủy quyền';
  const number = submitter?.personalId ? `, số định danh cá nhân ${submitter.personalId}` : '';
  return [
    field('Tiếp nhận hồ sơ của', applicant.name, true),
    ...(organisation ? [field('Tổ chức', organisation)] : []),
    {
      columns: [field('Số định danh cá nhân', applicant.personalId), field('Số điện thoại', applicant.phone)],
      columnGap: 8,
    },
    ...(submitter ? [field('Người nộp hồ sơ', `${submitter.name} (${role}${number})`)] : []),
    field('Địa chỉ', applicant.address),
    ...(applicant.email ? [field('Thư điện tử', applicant.email)] : []),
    field(
      'Nội dung yêu cầu giải quyết',
      `${reception.procedure.name} (mã thủ tục ${reception.procedure.code})`,
      true,
    ),
    ...(reception.competentAgency
      ? [field('Cơ quan có thẩm quyền giải quyết', reception.competentAgency)]
      : []),
  ];
}

const channels: Record<Reception['resultChannel'], string> = {
  counter: 'nhận trực tiếp tại nơi tiếp nhận hồ sơ',
  electronic: 'nhận bản điện tử',
  post: 'nhận qua dịch vụ bưu chính công ích',
};

function because(reasons: readonly string[]): FormNode[] {
  if (reasons.length === 0) return [];
  return [{ text: `(${reasons.join('; ')})`, italics: true, fontSize: 9.5, margin: [12, 0, 0, 1] }];
}

function promise(reception: Reception): FormNode[] {
  const { moment, reasons, term } = describeAppointment(reception.appointment);
  const due = reception.appointment.dueAt === undefined ? UNKNOWN : moment;
  return [
    field('2. Số lượng hồ sơ', `${reception.sets} bộ`),
    field('3. Thời gian giải quyết hồ sơ theo quy định', term),
    field('4. Thời gian nhận hồ sơ', localInWords(reception.receivedAt)),
    field('5. Thời gian trả kết quả giải quyết hồ sơ', due, true),
    ...because(reasons),
    field('6. Đăng ký nhận kết quả', channels[reception.resultChannel]),
    ...feeLines(reception),
    ...(reception.note ? [field('Ghi chú', reception.note)] : []),
    { text: 'Vào Sổ theo dõi hồ sơ, quyển số: ………… số thứ tự: …………', margin: [0, 0.5, 0, 0.5] },
  ];
}

/** Says what the code is, how the official one comes, and that this paper is enough. */
function aboutTheCode(code: string): FormNode {
  return {
    table: {
      widths: ['*'],
      body: [
        [
          {
            text: [
              { text: `${code} là mã tạm`, bold: true },
              ' do máy tại nơi tiếp nhận cấp khi hồ sơ được nhận. Mã hồ sơ chính thức do hệ thống của tỉnh cấp sau khi ' +
                'máy có kết nối; ông/bà hỏi mã chính thức tại nơi tiếp nhận bằng mã tạm này. Mã tạm luôn dùng được để ' +
                'tra cứu, kể cả khi đã có mã chính thức. ',
              { text: 'Giấy này đủ để nhận kết quả, không phải đổi giấy khác.', bold: true },
            ],
            fontSize: 9,
            lineHeight: 1.05,
          },
        ],
      ],
    },
    layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, paddingLeft: () => 5, paddingRight: () => 5 },
    margin: [0, 4, 0, 5],
  };
}

/** The whole slip as pdfmake reads it; nothing but the input decides what stands in it. */
export function receiptDefinition(input: ReceiptInput): FormDefinition {
  const { reception, agency } = input;
  const code = reception.provisionalCode;
  const { day, month, year } = localParts(reception.receivedAt);
  const date = `${agency.place}, ngày ${String(day).padStart(2, '0')} tháng ${String(month).padStart(2, '0')} năm ${year}`;
  return {
    pageSize: 'A5',
    pageMargins: [34, input.demonstration ? 36 : 26, 34, 26],
    info: {
      title: `Giấy tiếp nhận hồ sơ ${code}`,
      author: agency.oneStopDesk,
      creator: 'Trạm',
      producer: 'Trạm',
      creationDate: new Date(input.at),
    },
    defaultStyle: { font: 'Tinos', fontSize: 10, lineHeight: 1.05 },
    ...formFooter('Mẫu số 01', code, input.demonstration),
    content: [
      formHeading(agency, date),
      codeRow(code),
      field('Đơn vị tiếp nhận', agency.oneStopDesk),
      ...people(reception),
      { text: '1. Thành phần hồ sơ nộp gồm:', margin: [0, 2, 0, 0] },
      componentsTable(reception),
      ...promise(reception),
      aboutTheCode(code),
      signaturePlaces(reception.submitter?.name ?? reception.applicant.name, input.clerkName),
    ],
  };
}
