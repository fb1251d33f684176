import { days, fee, type ProcedureTable } from './procedure-line.ts';

const PORTAL = 'Trang thủ tục của Cổng Dịch vụ công, theo nguồn thứ cấp';

/** cư trú, định danh điện tử — received by the commune police, shown here only to send people to the right counter. */
export const residence: ProcedureTable = {
  sector: 'Cư trú và định danh điện tử',
  systemOfRecord: 'police',
  source: PORTAL,
  basis: 'secondary',
  lines: [
    {
      code: '1.004222',
      name: 'Đăng ký thường trú',
      term: [days(7), 'secondary'],
      fees: [fee('Lệ phí đăng ký thường trú', 20_000), 'secondary'],
    },
    {
      code: '1.004194',
      name: 'Đăng ký tạm trú',
      term: [days(3), 'unverified'],
      fees: [fee('Lệ phí đăng ký tạm trú', 15_000), 'secondary'],
    },
    { code: '1.002755', name: 'Gia hạn tạm trú' },
    { code: '1.003197', name: 'Xóa đăng ký thường trú' },
    { code: '1.010028', name: 'Xóa đăng ký tạm trú' },
    { code: '1.003677', name: 'Khai báo tạm vắng', term: [days(1), 'secondary'] },
    { code: '1.010038', name: 'Tách hộ' },
    { code: '3.000285', name: 'Khóa căn cước điện tử' },
    { code: '3.000286', name: 'Mở khóa căn cước điện tử' },
  ],
};

/** bảo trợ xã hội, người có công, giảm nghèo — only what has been read; terms and fees stay empty where nothing was. */
export const social: ProcedureTable = {
  sector: 'Bảo trợ xã hội, người có công',
  systemOfRecord: 'province',
  source: PORTAL,
  basis: 'secondary',
  lines: [
    {
      code: '1.001699',
      name: 'Xác định mức độ khuyết tật và cấp Giấy xác nhận khuyết tật',
      term: [days(25), 'secondary'],
    },
    { code: '1.001653', name: 'Đổi, cấp lại Giấy xác nhận khuyết tật', term: [days(5), 'secondary'] },
    {
      code: '1.014027',
      name: 'Trợ cấp hưu trí xã hội',
      term: [days(10), 'secondary', 'NĐ 176/2025, theo nguồn thứ cấp'],
    },
    { code: '1.014028', name: 'Hỗ trợ chi phí mai táng đối với người hưởng trợ cấp hưu trí xã hội' },
    { code: '1.001776', name: 'Trợ cấp xã hội hằng tháng' },
    { code: '1.001731', name: 'Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội' },
    {
      code: '2.000286',
      name: 'Tiếp nhận đối tượng vào cơ sở trợ giúp xã hội',
      term: [days(10), 'secondary'],
    },
    {
      code: '2.001088',
      name: 'Hỗ trợ phụ nữ sinh con đúng chính sách dân số',
      term: [days(10), 'secondary'],
    },
    { code: '1.011606', name: 'Công nhận hộ nghèo, hộ cận nghèo' },
    { code: '2.002307', name: 'Trợ cấp mai táng đối với cựu chiến binh' },
    { code: '2.002308', name: 'Trợ cấp mai táng đối với thanh niên xung phong' },
    { code: '1.010803', name: 'Trợ cấp thờ cúng liệt sĩ' },
    { code: '1.010833', name: 'Xác nhận thân nhân người có công' },
  ],
};

/** xây dựng, đất đai, hòa giải … — codes only. */
export const land: ProcedureTable = {
  sector: 'Xây dựng, đất đai',
  systemOfRecord: 'province',
  source: PORTAL,
  basis: 'secondary',
  lines: [
    { code: '1.013225', name: 'Cấp giấy phép xây dựng mới' },
    { code: '1.013226', name: 'Điều chỉnh giấy phép xây dựng' },
    { code: '1.013227', name: 'Gia hạn giấy phép xây dựng' },
    { code: '1.013228', name: 'Cấp lại giấy phép xây dựng' },
    { code: '1.012753', name: 'Đăng ký đất đai lần đầu' },
    { code: '1.013831', name: 'Đăng ký biến động đất đai' },
    { code: '2.000424', name: 'Hỗ trợ hòa giải viên ở cơ sở' },
  ],
};

/** hộ kinh doanh — in the demonstration they stand for procedures that run on a ministry's own system. */
export const business: ProcedureTable = {
  sector: 'Hộ kinh doanh',
  systemOfRecord: 'ministry',
  source: `${PORTAL}; nơi tiếp nhận là giả định minh họa`,
  basis: 'unverified',
  lines: [
    {
      code: '1.001612',
      name: 'Đăng ký thành lập hộ kinh doanh',
      term: [days(3), 'secondary', PORTAL],
      fees: [fee('Lệ phí đăng ký hộ kinh doanh', 100_000), 'secondary', PORTAL],
    },
    { code: '2.000720', name: 'Đăng ký thay đổi nội dung đăng ký hộ kinh doanh' },
    { code: '1.001570', name: 'Tạm ngừng kinh doanh của hộ kinh doanh' },
    { code: '1.001266', name: 'Chấm dứt hoạt động hộ kinh doanh' },
    { code: '2.000575', name: 'Cấp lại Giấy chứng nhận đăng ký hộ kinh doanh' },
  ],
};
