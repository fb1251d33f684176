import { describe, expect, it } from 'vitest';
import { receiptPdf } from '../../renderer/worker/forms/receipt.ts';
import { markReprint } from '../../renderer/worker/forms/reprint.ts';
import type { Instant } from '../../shared/domain/identity/ids.ts';
import { pdfInfo, pdfText, readsPdf } from '../builders/pdf-text.ts';
import { aReceipt, formFonts } from '../builders/receipt.ts';

const fonts = await formFonts();
const { reception } = aReceipt();
const dueAt = '2026-11-24T10:00:00.000Z' as Instant;

describe('the same reception', () => {
  it('gives the same bytes again, so that the hash in the operation can be checked', async () => {
    const [one, other] = [await receiptPdf(aReceipt(), fonts), await receiptPdf(aReceipt(), fonts)];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it('gives the same bytes when two slips are made at once', async () => {
    const [one, other] = await Promise.all([receiptPdf(aReceipt(), fonts), receiptPdf(aReceipt(), fonts)]);
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it('gives other bytes when one field differs', async () => {
    const one = await receiptPdf(aReceipt(), fonts);
    const other = await receiptPdf(aReceipt({ sets: 2 }), fonts);
    expect(Buffer.compare(one, other)).not.toBe(0);
  });
});

describe('a reprint', () => {
  it('keeps the stored bytes untouched at its head', async () => {
    const stored = await receiptPdf(aReceipt(), fonts);
    const before = Uint8Array.from(stored);
    const reprint = await markReprint(stored, '2026-11-25T03:30:00.000Z', fonts);
    expect(Buffer.compare(stored, before)).toBe(0);
    expect(Buffer.compare(reprint.subarray(0, stored.length), stored)).toBe(0);
  });

  it.runIf(readsPdf)(
    'reads like the slip, with the mark and the moment of printing on every page',
    async () => {
      const components = Array.from({ length: 40 }, (_, n) => paper(n));
      const stored = await receiptPdf(aReceipt({ components }), fonts);
      const reprint = await markReprint(stored, '2026-11-25T03:30:00.000Z', fonts);
      const mark = 'In lại lúc 10:30 25/11/2026';
      const pages = Number(pdfInfo(stored).Pages);
      expect(pages).toBeGreaterThan(1);
      expect(pdfInfo(reprint).Pages).toBe(String(pages));
      expect(pdfText(reprint).split(mark)).toHaveLength(pages + 1);
      expect(words(pdfText(reprint).replaceAll(mark, ' '))).toEqual(words(pdfText(stored)));
      expect(pdfText(stored)).not.toContain('In lại');
    },
  );

  it('refuses a file that is not one of our slips', async () => {
    await expect(markReprint(new Uint8Array(Buffer.from('%PDF-1.7 khác')), dueAt, fonts)).rejects.toThrow(
      'pdf',
    );
  });
});

const words = (text: string) => text.split(' ').filter(Boolean).sort();

const paper = (n: number) => ({
  key: `giay-${n}`,
  name: `Giấy tờ số ${n + 1} của hồ sơ`,
  form: 'original' as const,
  originals: 1,
  copies: 0,
  attachments: [],
});

describe.runIf(readsPdf)('form 01 on paper', () => {
  it('is one A5 page for an ordinary reception', async () => {
    const info = pdfInfo(await receiptPdf(aReceipt({}, { demonstration: true }), fonts));
    expect(info['Page size']).toMatch(/^419\.53 x 595\.28 pts/);
    expect(info.Pages).toBe('1');
    expect(info.Title).toBe('Giấy tiếp nhận hồ sơ P0B2-00001-K');
  });

  it('carries every field of the form as selectable Vietnamese in NFC', async () => {
    const text = pdfText(await receiptPdf(aReceipt(), fonts));
    expect(text).toBe(text.normalize('NFC'));
    for (const part of [
      'ỦY BAN NHÂN DÂN XÃ SUỐI MẪU',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Suối Mẫu, ngày 23 tháng 11 năm 2026',
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'Mã tạm: P0B2-00001-K',
      'Tiếp nhận hồ sơ của: Nguyễn Thị Mẫu',
      'Số định danh cá nhân: 068190000001',
      'Số điện thoại: 0912345678',
      'Địa chỉ: Tổ dân phố 3, xã Suối Mẫu, tỉnh Mẫu',
      'Đăng ký khai sinh (mã thủ tục 1.001193)',
      'Giấy chứng sinh',
      'chỉ xuất trình',
      '2. Số lượng hồ sơ: 1 bộ',
      'theo quy định: 1 ngày làm việc',
      '4. Thời gian nhận hồ sơ: 09 giờ 15 phút, ngày 23 tháng 11 năm 2026',
      '17 giờ 00 phút, ngày 24 tháng 11 năm 2026',
      'nhận trực tiếp tại nơi tiếp nhận hồ sơ',
      '7. Phí, lệ phí: 8.000 đồng (nộp tiền mặt): Lệ phí đăng ký khai sinh',
      'NGƯỜI NỘP HỒ SƠ',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
      'Trần Văn Thử',
      'bố cục chờ xác nhận',
    ])
      expect(text).toContain(part);
  });

  it('says what the provisional code is, how the official one comes, and that this slip suffices', async () => {
    const text = pdfText(await receiptPdf(aReceipt(), fonts));
    expect(text).toContain('P0B2-00001-K là mã tạm');
    expect(text).toContain('Mã hồ sơ chính thức do hệ thống của tỉnh cấp');
    expect(text).toContain('Giấy này đủ để nhận kết quả');
  });

  it('wears the badge of the fictional province on every page, and only there', async () => {
    const components = Array.from({ length: 40 }, (_, n) => paper(n));
    const shown = await receiptPdf(aReceipt({ components }, { demonstration: true }), fonts);
    expect(pdfText(shown).split('BẢN MINH HỌA')).toHaveLength(Number(pdfInfo(shown).Pages) + 1);
    expect(pdfText(shown)).toContain('Tỉnh mẫu · dữ liệu minh họa');
    expect(pdfText(await receiptPdf(aReceipt(), fonts))).not.toContain('MINH HỌA');
  });

  it('calls an expected appointment expected, with every reason', async () => {
    const appointment = { dueAt, expected: true, reasons: ['clock-untrusted', 'boundary-free'] as const };
    const text = pdfText(
      await receiptPdf(
        aReceipt({ appointment: { ...appointment, reasons: [...appointment.reasons] } }),
        fonts,
      ),
    );
    expect(text).toContain('dự kiến 17 giờ 00 phút, ngày 24 tháng 11 năm 2026');
    expect(text).toContain('đồng hồ của máy chưa được đối chiếu với giờ chuẩn');
    expect(text).toContain('cơ quan có thẩm quyền nhận được hồ sơ');
  });

  it('leaves unknown term, moment and fee visibly empty', async () => {
    const text = pdfText(
      await receiptPdf(
        aReceipt({
          appointment: { expected: true, reasons: ['term-unknown'] },
          fees: [{ kind: 'fee', name: 'Lệ phí chưa rõ', quantity: 1 }],
          payment: 'unknown',
        }),
        fonts,
      ),
    );
    expect(text).toContain('theo quy định: …');
    expect(text).toContain('5. Thời gian trả kết quả giải quyết hồ sơ: …');
    expect(text).toContain('7. Phí, lệ phí: …');
    expect(text).not.toMatch(/undefined|NaN/);
  });

  it('names the person who submits for another', async () => {
    const submitter = { name: 'Lê Văn Thay', personalId: '068190000002' };
    const text = pdfText(await receiptPdf(aReceipt({ capacity: 'representative', submitter }), fonts));
    expect(text).toContain(
      'Người nộp hồ sơ: Lê Văn Thay (người được ủy quyền, số định danh cá nhân 068190000002)',
    );
  });

  it('stays readable with the longest names and sixty papers', async () => {
    const long = 'Nguyễn Thị Hoàng Ánh Nguyệt Cầm '.repeat(10).trim().slice(0, 200);
    const components = Array.from({ length: 60 }, (_, n) => ({
      ...paper(n),
      name: `${n} ${'Ư'.repeat(297)}`,
    }));
    const pdf = await receiptPdf(
      aReceipt({ components, applicant: { ...reception.applicant, name: long, address: 'W'.repeat(500) } }),
      fonts,
    );
    const text = pdfText(pdf);
    expect(text.replaceAll(' ', '')).toContain(long.replaceAll(' ', ''));
    expect(text).toContain('NGƯỜI TIẾP NHẬN HỒ SƠ');
    expect(text).toContain('59 ');
  });

  it('shows characters the font lacks as empty boxes instead of failing', async () => {
    const applicant = { ...reception.applicant, address: 'Thôn 漢字 😀' };
    expect(pdfText(await receiptPdf(aReceipt({ applicant }), fonts))).toContain('Địa chỉ: Thôn');
  });
});
