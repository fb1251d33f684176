/** số định danh che bớt — the last three digits alone; anybody near the counter may read the screen. */
export function maskedId(personalId: string): string {
  return `${'•'.repeat(Math.max(0, personalId.length - 3))}${personalId.slice(-3)}`;
}
