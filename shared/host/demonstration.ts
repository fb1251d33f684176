/** Who works in the demonstration and with which PIN: told by the launcher, set by the worker at its first start. */
export const DEMONSTRATION = {
  clerk: 'Nguyễn Thị Lan (mẫu)',
  pin: '246810',
} as const;
