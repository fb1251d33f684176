import { describe, expect, it } from 'vitest';
import { demonstrationPackSet } from '../../../gateway/packs/demonstration.ts';
import { searchProcedures } from './search-procedures.ts';

const { procedures } = demonstrationPackSet();
const first = (query: string) => searchProcedures(query, procedures)[0]?.name.value;

describe('finding a procedure (R-FIND)', () => {
  it('puts "Đăng ký khai sinh" first for "kh sinh", so that Enter is enough', () => {
    expect(first('kh sinh')).toBe('Đăng ký khai sinh');
    expect(first('khai sinh')).toBe('Đăng ký khai sinh');
  });
  it('finds by code, by keyword and by sector', () => {
    expect(first('2.000815')).toMatch(/^Chứng thực/);
    expect(first('sao y')).toBe('Chứng thực bản sao từ bản chính giấy tờ, văn bản');
    expect(searchProcedures('ho tich', procedures).length).toBeGreaterThan(20);
  });
  it('finds nothing for what is not there and everything for an empty query', () => {
    expect(searchProcedures('xyz', procedures)).toEqual([]);
    expect(searchProcedures('', procedures)).toHaveLength(procedures.length);
  });
});
