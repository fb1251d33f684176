const vnd = new Intl.NumberFormat('vi-VN');

/** Whole đồng as printed in Vietnam: `15.000 đ`. */
export function money(amount: number): string {
  return `${vnd.format(amount)} đ`;
}
