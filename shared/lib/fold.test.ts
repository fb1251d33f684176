import { describe, expect, it } from 'vitest';
import { fold, matchesWords } from './fold.ts';

describe('searching without accents', () => {
  it('folds accents, đ, case and both spelling styles to the same letters', () => {
    expect(fold('Đăng ký')).toBe('dang ky');
    expect(fold('ủy quyền')).toBe(fold('uỷ quyền'));
    expect(fold('Hóa đơn')).toBe(fold('hoá đơn'));
    expect(fold('khai sinh'.normalize('NFD'))).toBe('khai sinh');
    expect(fold('Thủ tục, liên thông – 2')).toBe('thu tuc lien thong 2');
  });
  it('finds "Đăng ký khai sinh" by "kh sinh", in any order, each word by its beginning', () => {
    expect(matchesWords('kh sinh', 'Đăng ký khai sinh')).toBe(true);
    expect(matchesWords('sinh kh', 'Đăng ký khai sinh')).toBe(true);
    expect(matchesWords('KHAI SÌNH', 'Đăng ký khai sinh')).toBe(true);
    expect(matchesWords('inh', 'Đăng ký khai sinh')).toBe(false);
    expect(matchesWords('kh kh', 'Đăng ký khai sinh')).toBe(false);
    expect(matchesWords('', 'Đăng ký khai sinh')).toBe(true);
  });
});
