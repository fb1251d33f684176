import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { samplePdf } from '../../../gateway/demo/sample-pdf.ts';
import type { Day, DayReception } from './day.ts';

const people: readonly (readonly [
  name: string,
  male: boolean,
  year: number,
  procedure: string,
  files: number,
])[] = [
  ['Nguyễn Thị Mẫu', false, 1990, 'kh sinh', 2],
  ['Trần Văn Thử', true, 1975, '2.000815', 1],
  ['Lê Thị Ví Dụ', false, 1988, 'kết hôn', 1],
  ['Phạm Văn Minh Họa', true, 1962, 'khai tử', 1],
  ['Hoàng Thị Tưởng Tượng', false, 2001, 'tình trạng hôn nhân', 1],
  ['Vũ Đức Giả Định', true, 1995, '2.000884', 0],
  ['Đặng Thị Thí Dụ', false, 1983, '2.001035', 1],
  ['Bùi Văn Bản Mẫu', true, 1979, 'trích lục', 0],
  ['Đỗ Thị Nguyệt Mẫu', false, 1969, 'giám hộ', 1],
  ['Ngô Quốc Thử', true, 2003, 'di chúc', 1],
  ['Dương Thị Mẫu Đơn', false, 1958, 'cải chính', 2],
  ['Lý Văn Thí Nghiệm', true, 1992, 'nhận cha', 1],
];

/** A fictional card as a scanner types it: the number agrees with year and sex, the rest says that it is a sample. */
function card(name: string, male: boolean, year: number, index: number): string {
  const century = (year >= 2000 ? 2 : 0) + (male ? 0 : 1);
  const id = `001${century}${String(year % 100).padStart(2, '0')}${String(900_001 + index)}`;
  const sex = male ? 'Nam' : 'Nữ';
  return `${id}||${name}|0107${year}|${sex}|Tổ ${index + 1}, thôn Mẫu, xã Mẫu, Tỉnh mẫu|22072021`;
}

/**
 * The day that is shown when no file names another: twelve dossiers with papers while the line is down from early morning,
 * spoilt at noon and back in the evening. Lays the sample papers into `folder`.
 */
export function defaultDay(folder: string): Day {
  const papers = path.join(folder, 'papers');
  mkdirSync(papers, { recursive: true });
  const receptions = people.map(([name, male, year, procedure, count], index): DayReception => {
    const files = Array.from({ length: count }, (_, page) => {
      const file = path.join(papers, `giay-to-${index + 1}-${page + 1}.pdf`);
      writeFileSync(file, samplePdf(`Sample paper ${index + 1}.${page + 1} - fictional`));
      return file;
    });
    const phone = `09000000${String(index + 1).padStart(2, '0')}`;
    return { qr: card(name, male, year, index), phone, procedure, files, expect: 'received' };
  });
  return {
    title: 'Một ngày mất mạng ở quầy (minh họa)',
    line: [
      { at: 0, state: 'offline' },
      { at: 'end', state: 'stutter' },
    ],
    receptions,
  };
}

/** Receptions after which the power is pulled: two a day when it is long enough, chosen by the seed. */
export function powerCutsOf(receptions: number, seed: number): readonly number[] {
  if (receptions < 4) return [];
  const first = 1 + (seed % Math.floor(receptions / 2));
  const second = Math.floor(receptions / 2) + 1 + (Math.floor(seed / 7) % Math.floor(receptions / 2 - 1));
  return [first, second];
}
