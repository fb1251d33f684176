import { describe, expect, it } from 'vitest';
import { secretMarking } from './secret-marking.ts';

describe('secrecy markings (R-SECRET)', () => {
  it.each([
    ['MẬT', 'mật'],
    ['Mật.pdf', 'mật'],
    ['Công văn số 12 (Mật)', 'mật'],
    ['Quyết định 15 - Mật', 'mật'],
    ['Công văn MẬT số 3', 'mật'],
    ['MẬT_QD12.pdf', 'mật'],
    ['QD12_mật.pdf', 'mật'],
    ['[MẬT] Báo cáo', 'mật'],
    ['Độ mật: A', 'mật'],
    ['văn bản đóng dấu mật của huyện', 'mật'],
    ['kèm theo tài liệu mật', 'mật'],
    ['Kế hoạch tối mật', 'tối mật'],
    ['TUYỆT MẬT', 'tuyệt mật'],
    ['ke_hoach_tuyệt-mật.pdf', 'tuyệt mật'],
    ['Công văn mật'.normalize('NFD'), 'mật'],
  ])('%s is marked', (text, marking) => {
    expect(secretMarking(text)).toBe(marking);
  });
  it.each([
    'Đơn đề nghị cấp lại mật khẩu',
    'Cam kết giữ bí mật đời tư',
    'BÍ MẬT KINH DOANH',
    'bí-mật-kinh-doanh.pdf',
    'Thỏa thuận bảo mật thông tin',
    'GIẤY CAM KẾT BẢO MẬT',
    'Giấy phép kinh doanh mật ong',
    'Văn bản mật độ xây dựng',
    'Đơn trình báo tôi mất giấy tờ',
    'don toi mat giay to.pdf',
    'CCCD Nguyễn Văn Mật.pdf',
    'NGUYỄN VĂN MẬT.pdf',
    'Mật độ dân số',
    'Mật thư trại hè',
    'Thân mật',
    'Tờ khai đăng ký khai sinh',
    'buổi tối mật độ xe cao',
  ])('%s is not marked', (text) => {
    expect(secretMarking(text)).toBeUndefined();
  });
});
