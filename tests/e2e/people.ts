import type { DayReception } from '../../build/cli/demo/day.ts';

/** Somebody who does not exist, with the card she would show. */
export interface Person {
  readonly name: string;
  readonly personalId: string;
  readonly phone: string;
  /** what a scanner types */
  readonly qr: string;
}

const given = ['An', 'Bình', 'Chi', 'Dũng', 'Hương', 'Khánh', 'Liễu', 'Minh', 'Nga', 'Oanh', 'Phúc', 'Quý'];

/** The n-th fictional person (from 0); name, number and phone are hers alone. */
export function person(n: number): Person {
  const name = `Nguyễn Thị ${given[n % given.length] ?? 'An'} Mẫu ${'ABCDEFGH'[Math.floor(n / given.length) % 8]}`;
  const personalId = `001190${String(810_001 + n)}`;
  const phone = `0901000${String(100 + n)}`;
  return {
    name,
    personalId,
    phone,
    qr: `${personalId}||${name}|01071990|Nữ|Tổ ${n + 1}, thôn Mẫu, xã Mẫu, Tỉnh mẫu|22072021`,
  };
}

/** Her reception of a procedure that asks for no file. */
export const withoutFiles = (who: Person): DayReception => ({
  qr: who.qr,
  phone: who.phone,
  procedure: '2.000884',
});
