/** Data of the packs: certification procedures, one line each. */
import { days, FREE, fee, handedIn, IMMEDIATE, type ProcedureTable, shown } from './procedure-line.ts';

const ID = shown('giay-to-tuy-than', 'Thẻ căn cước hoặc căn cước điện tử của người yêu cầu');
const DRAFT = handedIn('du-thao', 'Dự thảo giao dịch');
/** 2.000 đồng a page, from the third page on 1.000, at most 200.000 a copy */
const PER_PAGE = [
  {
    kind: 'fee' as const,
    name: 'Lệ phí chứng thực bản sao',
    amount: 2_000,
    perUnit: 'trang',
    tiers: [{ from: 3, amount: 1_000 }],
    max: 200_000,
  },
];

/** chứng thực — limits and fees as reported from one province's decision of November 2025. */
export const certification: ProcedureTable = {
  sector: 'Chứng thực',
  systemOfRecord: 'province',
  source: 'QĐ 2873/QĐ-UBND Hà Tĩnh 19/11/2025; QĐ 3152/QĐ-BTP; NĐ 23/2015, NĐ 280/2025; TT 226/2016',
  basis: 'secondary',
  lines: [
    {
      code: '2.000815',
      name: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản',
      term: [IMMEDIATE, 'secondary'],
      fees: [PER_PAGE, 'secondary'],
      papers: [
        shown('ban-chinh', 'Bản chính giấy tờ, văn bản cần chứng thực'),
        handedIn('ban-sao', 'Bản sao cần chứng thực', 'copy'),
      ],
      keywords: ['sao y', 'sao y bản chính', 'công chứng', 'photo'],
    },
    {
      code: '2.000884',
      name: 'Chứng thực chữ ký trong giấy tờ, văn bản',
      term: [IMMEDIATE, 'secondary'],
      fees: [fee('Lệ phí chứng thực chữ ký', 10_000, 'trường hợp'), 'secondary'],
      papers: [ID, handedIn('giay-to-ky', 'Giấy tờ, văn bản sẽ ký')],
      keywords: ['sơ yếu lý lịch', 'giấy ủy quyền'],
    },
    {
      code: '2.000908',
      name: 'Cấp bản sao từ sổ gốc',
      term: [IMMEDIATE, 'secondary'],
      fees: [FREE, 'secondary'],
      papers: [ID, handedIn('yeu-cau', 'Văn bản yêu cầu cấp bản sao', 'original', false)],
    },
    {
      code: '2.000992',
      name: 'Chứng thực chữ ký người dịch là cộng tác viên dịch thuật',
      term: [IMMEDIATE, 'secondary'],
      fees: [fee('Lệ phí chứng thực chữ ký người dịch', 10_000, 'trường hợp'), 'secondary'],
      papers: [handedIn('ban-goc', 'Giấy tờ, văn bản cần dịch'), handedIn('ban-dich', 'Bản dịch')],
    },
    {
      code: '2.001008',
      name: 'Chứng thực chữ ký người dịch không phải là cộng tác viên dịch thuật',
      term: [IMMEDIATE, 'secondary'],
      fees: [fee('Lệ phí chứng thực chữ ký người dịch', 10_000, 'trường hợp'), 'secondary'],
      papers: [
        ID,
        handedIn('ban-goc', 'Giấy tờ, văn bản cần dịch'),
        handedIn('ban-dich', 'Bản dịch'),
        handedIn('bang', 'Bằng tốt nghiệp của người dịch', 'copy'),
      ],
    },
    {
      code: '2.001035',
      name: 'Chứng thực giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở',
      term: [days(2), 'secondary'],
      fees: [fee('Lệ phí chứng thực giao dịch', 50_000), 'secondary'],
      papers: [ID, DRAFT, handedIn('so-huu', 'Giấy chứng nhận quyền sở hữu, quyền sử dụng', 'copy')],
      keywords: ['hợp đồng', 'mua bán', 'tặng cho'],
    },
    {
      code: '2.001019',
      name: 'Chứng thực di chúc',
      term: [days(2), 'secondary'],
      fees: [fee('Lệ phí chứng thực di chúc', 50_000), 'secondary'],
      papers: [ID, handedIn('du-thao', 'Dự thảo di chúc')],
    },
    {
      code: '2.001016',
      name: 'Chứng thực văn bản từ chối nhận di sản',
      term: [days(2), 'secondary'],
      fees: [fee('Lệ phí chứng thực giao dịch', 50_000), 'secondary'],
      papers: [ID, handedIn('du-thao', 'Dự thảo văn bản từ chối nhận di sản')],
    },
    {
      code: '2.001406',
      name: 'Chứng thực văn bản phân chia di sản',
      term: [days(2), 'secondary'],
      fees: [fee('Lệ phí chứng thực giao dịch', 50_000), 'secondary'],
      papers: [
        ID,
        handedIn('du-thao', 'Dự thảo văn bản phân chia di sản'),
        handedIn('quan-he', 'Giấy tờ chứng minh quan hệ với người để lại di sản', 'copy'),
      ],
    },
    {
      code: '2.000913',
      name: 'Chứng thực việc sửa đổi, bổ sung, hủy bỏ giao dịch',
      term: [IMMEDIATE, 'secondary'],
      fees: [fee('Lệ phí chứng thực sửa đổi, bổ sung, hủy bỏ giao dịch', 30_000), 'secondary'],
      papers: [
        handedIn('thoa-thuan', 'Văn bản thỏa thuận sửa đổi, bổ sung, hủy bỏ'),
        handedIn('giao-dich', 'Giao dịch đã được chứng thực'),
      ],
    },
    {
      code: '2.000927',
      name: 'Sửa lỗi sai sót trong giao dịch đã được chứng thực',
      term: [IMMEDIATE, 'secondary'],
      fees: [fee('Lệ phí sửa lỗi sai sót', 25_000), 'secondary'],
      papers: [handedIn('giao-dich', 'Giao dịch đã được chứng thực')],
    },
    {
      code: '2.000942',
      name: 'Cấp bản sao có chứng thực từ bản chính giao dịch đã được chứng thực',
      term: [IMMEDIATE, 'secondary'],
      fees: [PER_PAGE, 'secondary'],
      papers: [ID],
    },
  ],
};

/** Abolished by NĐ 280/2025; it stays in the demonstration so that a reception of today is refused with the right words. */
export const abolished: ProcedureTable = {
  sector: 'Chứng thực',
  systemOfRecord: 'province',
  source: 'Bãi bỏ theo NĐ 280/2025; ngày hết hiệu lực minh họa',
  basis: 'unverified',
  lines: [{ code: '2.001009', name: 'Chứng thực văn bản khai nhận di sản', effectiveTo: '2025-10-31' }],
};
