import { afterEach, describe, expect, it, vi } from 'vitest';
import { due } from './due.ts';

function run(...args: readonly string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void errors.push(line));
  const code = due(args);
  vi.restoreAllMocks();
  return { code, out, errors };
}
afterEach(() => vi.restoreAllMocks());

describe('tram due', () => {
  it('prints its reasoning line by line and the due moment last', () => {
    const { code, out } = run('1.000689', '2026-11-23T14:32');
    expect(code).toBe(0);
    expect(out).toContain('Không tính thứ Ba 24/11/2026: nghỉ lễ.');
    expect(out.at(-1)).toBe('2026-11-27T17:00:00+07:00');
  });
  it('speaks English when asked', () => {
    const { out } = run('1.001193', '2026-11-23T15:00:00', '--lang', 'en');
    expect(out).toContain('Not counted, Tuesday 24/11/2026: public holiday.');
    expect(out.at(-1)).toBe('2026-11-25T17:00:00+07:00');
  });
  it('takes the same moment in any zone', () => {
    for (const moment of ['2026-11-23T14:32:00+07:00', '2026-11-23T07:32:00Z', '2026-11-23 14:32'])
      expect(run('1.000689', moment).out.at(-1)).toBe('2026-11-27T17:00:00+07:00');
  });
  it('writes JSON on one last line of stdout and all else on stderr', () => {
    const { out, errors } = run(
      '1.000689',
      '2026-11-23T14:32',
      '--json',
      '--boundary-free',
      '--untrusted-clock',
    );
    expect(out).toHaveLength(1);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      dueAtLocal: '2026-11-27T17:00:00+07:00',
      expected: true,
      reasons: ['clock-untrusted', 'boundary-free'],
    });
    expect(errors.length).toBeGreaterThan(3);
  });
  it('gives an expected moment and says why in a year whose calendar is missing', () => {
    const { out } = run('1.001699', '2026-12-01T09:00');
    expect(out.at(-1)).toBe('2027-01-05T17:00:00+07:00');
    expect(out.join('\n')).toContain('Chưa có lịch nghỉ năm 2027');
    expect(out.join('\n')).toContain('dự kiến');
  });
  it('says when the procedure is not received here, or no longer', () => {
    expect(run('1.004222', '2026-11-23T09:00').out).toContain('Thủ tục này không tiếp nhận tại đây.');
    expect(run('2.001009', '2026-11-23T09:00').out).toContain('Thủ tục không có hiệu lực vào ngày này.');
  });
  it.each([
    [[]],
    [['1.000689']],
    [['1.000689', 'hôm nay']],
    [['1.000689', '2026-02-31T09:00']],
    [['1.000689', '2026-11-23T25:00']],
    [['khai sinh', '2026-11-23T09:00']],
    [['9.999999', '2026-11-23T09:00']],
    [['1.000689', '2026-11-23T09:00', '--lang', 'fr']],
    [['1.000689', '2026-11-23T09:00', '--what']],
  ])('answers 64 to %j', (args) => {
    expect(run(...args).code).toBe(64);
  });
});
