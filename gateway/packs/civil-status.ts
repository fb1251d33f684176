/** Data of the packs: civil-status procedures, one line each. */
import { days, fee, handedIn, IMMEDIATE, type ProcedureTable, reused } from './procedure-line.ts';

const LAW = 'Luật Hộ tịch 60/2014: giải quyết trong ngày; nhận sau 15 giờ thì ngày làm việc tiếp theo';
const LIMIT = 'Luật Hộ tịch 60/2014';
const LINKED = 'NĐ 63/2024 sửa đổi bởi NĐ 301/2026';
const MEMORY = 'Chưa đối chiếu văn bản';
const ID = reused(
  'giay-to-tuy-than',
  'Giấy tờ tùy thân của người yêu cầu',
  'Cơ sở dữ liệu quốc gia về dân cư',
);
const declaration = (of: string) => handedIn('to-khai', `Tờ khai ${of}`);
const EVIDENCE = handedIn('chung-cu', 'Chứng cứ chứng minh quan hệ cha, mẹ, con');

/** hộ tịch — names and codes by NQ 66.7/2025, limits by the civil-status law where it gives them. */
export const civilStatus: ProcedureTable = {
  sector: 'Hộ tịch',
  systemOfRecord: 'province',
  source: 'Phụ lục NQ 66.7/2025/NQ-CP',
  basis: 'sourced',
  lines: [
    {
      code: '1.001193',
      name: 'Đăng ký khai sinh',
      term: [IMMEDIATE, 'sourced', LAW],
      papers: [declaration('đăng ký khai sinh'), handedIn('giay-chung-sinh', 'Giấy chứng sinh'), ID],
      keywords: ['giấy khai sinh', 'trẻ em'],
    },
    {
      code: '1.000689',
      name: 'Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con',
      term: [days(3), 'sourced', LIMIT],
      papers: [
        declaration('đăng ký khai sinh'),
        handedIn('to-khai-nhan-con', 'Tờ khai đăng ký nhận cha, mẹ, con'),
        handedIn('giay-chung-sinh', 'Giấy chứng sinh'),
        EVIDENCE,
        ID,
      ],
    },
    {
      code: '1.004772',
      name: 'Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân',
      term: [days(5), 'unverified', MEMORY],
      papers: [
        declaration('đăng ký khai sinh'),
        handedIn('giay-to-ca-nhan', 'Giấy tờ cá nhân đã có', 'copy'),
        ID,
      ],
    },
    {
      code: '1.004884',
      name: 'Đăng ký lại khai sinh',
      term: [days(5), 'unverified', MEMORY],
      papers: [
        declaration('đăng ký lại khai sinh'),
        handedIn('giay-to-ca-nhan', 'Giấy tờ cá nhân đã có', 'copy'),
        ID,
      ],
    },
    {
      code: '1.003583',
      name: 'Đăng ký khai sinh lưu động',
      term: [days(5), 'unverified', MEMORY],
      papers: [declaration('đăng ký khai sinh'), ID],
    },
    {
      code: '1.000894',
      name: 'Đăng ký kết hôn',
      term: [IMMEDIATE, 'sourced', LAW],
      papers: [declaration('đăng ký kết hôn'), ID],
      keywords: ['giấy kết hôn', 'cưới'],
    },
    {
      code: '1.000593',
      name: 'Đăng ký kết hôn lưu động',
      term: [days(5), 'unverified', MEMORY],
      papers: [declaration('đăng ký kết hôn'), ID],
    },
    {
      code: '1.004746',
      name: 'Đăng ký lại kết hôn',
      term: [days(5), 'unverified', MEMORY],
      papers: [declaration('đăng ký lại kết hôn'), ID],
    },
    {
      code: '1.000656',
      name: 'Đăng ký khai tử',
      term: [IMMEDIATE, 'sourced', LAW],
      papers: [declaration('đăng ký khai tử'), handedIn('giay-bao-tu', 'Giấy báo tử'), ID],
      keywords: ['báo tử'],
    },
    {
      code: '1.000419',
      name: 'Đăng ký khai tử lưu động',
      term: [days(5), 'unverified', MEMORY],
      papers: [declaration('đăng ký khai tử'), ID],
    },
    {
      code: '1.005461',
      name: 'Đăng ký lại khai tử',
      term: [days(5), 'unverified', MEMORY],
      papers: [declaration('đăng ký lại khai tử'), ID],
    },
    {
      code: '1.004873',
      name: 'Cấp Giấy xác nhận tình trạng hôn nhân',
      term: [days(3), 'unverified', MEMORY],
      papers: [
        declaration('cấp Giấy xác nhận tình trạng hôn nhân'),
        handedIn(
          'ly-hon',
          'Bản án, quyết định ly hôn hoặc giấy tờ chứng minh vợ, chồng đã chết',
          'copy',
          false,
        ),
        ID,
      ],
      keywords: ['độc thân'],
    },
    {
      code: '1.001022',
      name: 'Đăng ký nhận cha, mẹ, con',
      term: [days(3), 'sourced', LIMIT],
      papers: [declaration('đăng ký nhận cha, mẹ, con'), EVIDENCE, ID],
    },
    {
      code: '1.004859',
      name: 'Đăng ký thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc',
      term: [days(3), 'sourced', `${LIMIT}; bổ sung thông tin giải quyết ngay`],
      papers: [
        declaration('đăng ký thay đổi, cải chính, bổ sung hộ tịch'),
        handedIn('chung-cu', 'Giấy tờ làm căn cứ', 'copy'),
        ID,
      ],
      keywords: ['cải chính', 'đổi tên'],
    },
    {
      code: '1.004837',
      name: 'Đăng ký giám hộ',
      term: [days(3), 'sourced', LIMIT],
      papers: [declaration('đăng ký giám hộ'), handedIn('cu-giam-ho', 'Văn bản cử người giám hộ'), ID],
    },
    {
      code: '1.004845',
      name: 'Đăng ký chấm dứt giám hộ',
      term: [days(2), 'sourced', LIMIT],
      papers: [
        declaration('đăng ký chấm dứt giám hộ'),
        handedIn('chung-cu', 'Giấy tờ làm căn cứ', 'copy'),
        ID,
      ],
    },
    {
      code: '3.000323',
      name: 'Đăng ký giám sát việc giám hộ',
      term: [days(3), 'unverified', MEMORY],
      papers: [declaration('đăng ký giám sát việc giám hộ'), ID],
    },
    {
      code: '2.000635',
      name: 'Cấp bản sao trích lục hộ tịch, bản sao Giấy khai sinh',
      term: [IMMEDIATE, 'sourced', LAW],
      fees: [
        fee('Phí cấp bản sao trích lục hộ tịch', 8_000, 'bản').map((line) => ({
          ...line,
          kind: 'charge' as const,
        })),
        'secondary',
        'Biểu phí do nguồn thứ cấp dẫn: 8.000 đồng mỗi bản sao',
      ],
      papers: [declaration('cấp bản sao trích lục hộ tịch'), ID],
      keywords: ['trích lục', 'bản sao khai sinh'],
    },
    { code: '2.000528', name: 'Đăng ký khai sinh có yếu tố nước ngoài' },
    { code: '2.000806', name: 'Đăng ký kết hôn có yếu tố nước ngoài' },
    { code: '1.001766', name: 'Đăng ký khai tử có yếu tố nước ngoài' },
    {
      code: '1.000110',
      name: 'Đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới',
      term: [IMMEDIATE, 'sourced', LAW],
    },
    {
      code: '3.000722',
      name: 'Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
      term: [days(3), 'sourced', LINKED],
      cutoffShiftsStart: true,
      papers: [handedIn('to-khai', 'Tờ khai điện tử liên thông', 'copy')],
    },
    {
      code: '2.002913',
      name: 'Liên thông đăng ký khai tử, xóa đăng ký thường trú, giải quyết mai táng phí, tử tuất',
      term: [days(3), 'sourced', LINKED],
      cutoffShiftsStart: true,
      papers: [handedIn('to-khai', 'Tờ khai điện tử liên thông', 'copy')],
    },
  ],
};
