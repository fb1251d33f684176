import type { Searchable } from '../../renderer/worker/search/search-entry.ts';

/** Data: names as they are spread in a commune, all combined by chance; the persons do not exist. */
const surnames =
  'Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Mai Cao Lương Tạ Tô Đào Hà Đoàn Lâm Trịnh';
const middles =
  'Văn Văn Văn Thị Thị Thị Hữu Đức Minh Quốc Công Thành Xuân Đình Ngọc Hoàng Anh Gia Bá Trọng Thanh Duy Kim Mỹ Bích Diễm Hồng Phương Quỳnh Tuyết Như Thùy Khánh Bảo Hoài Cẩm';
const givens =
  'Hùng Huy Dũng Tuấn Minh Hải Long Nam Phúc Khang Khoa Bảo Quân Thắng Sơn Tùng Trung Hiếu Đạt Thịnh Tâm Toàn Lộc Phát Vinh Kiên Cường Hưng Việt Lan Hương Hoa Mai Linh Trang Thảo Hà Ngọc Thủy Nga Hằng Hạnh Yến Nhung Vân Loan Phượng Dung Trinh Trâm Ngân Thư Vy Quyên My Nhi Uyên Diệu Đào Huệ Hiền';
const procedures = [
  'Đăng ký khai sinh',
  'Đăng ký kết hôn',
  'Đăng ký khai tử',
  'Chứng thực bản sao từ bản chính',
  'Cấp bản sao trích lục hộ tịch',
  'Xác nhận tình trạng hôn nhân',
  'Đăng ký thường trú',
  'Trợ giúp xã hội thường xuyên hằng tháng',
];

export type Random = () => number;

export const oneOf = <T>(random: Random, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)] as T;

const word = (random: Random, words: string): string => oneOf(random, words.split(' '));
export const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('');

/** A fictional name of two to `most` syllables. */
export function aName(random: Random, most = 4): string {
  const middle = Math.floor(random() * (most - 1));
  const between = Array.from({ length: middle }, () => word(random, random() < 0.7 ? middles : givens));
  return [word(random, surnames), ...between, word(random, givens)].join(' ');
}

/** The n-th dossier of a fictional commune as search sees it; later ones were received later. */
export function aSearchable(random: Random, n: number, mostSyllables = 4): Searchable {
  const receivedAt = new Date(Date.UTC(2025, 0, 2) + n * 600_000).toISOString();
  const day = receivedAt.slice(2, 10).replaceAll('-', '');
  const number = String(n).padStart(6, '0');
  const id = `019${number.slice(0, 5)}-${number.slice(2)}-7000-8000-${digits(random, 12)}`;
  return {
    id,
    receivedAt,
    provisionalCode: `P0B2-${number.slice(1)}-${'0123456789BCGHKLMNPQTV'[n % 22]}`,
    ...(random() < 0.9 && { officialCode: `H12.34.${day}-${number}` }),
    procedure: { code: '1.001', name: oneOf(random, procedures) },
    applicant: {
      name: aName(random, mostSyllables),
      personalId: `0${digits(random, 11)}`,
      ...(random() < 0.8 && { phone: `0${oneOf(random, ['9', '3', '7', '8'])}${digits(random, 8)}` }),
    },
  } as Searchable;
}
