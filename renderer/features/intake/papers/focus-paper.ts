/** Puts the cursor on the first paper's tick, or on the box where papers are typed. */
export function focusFirstPaper(): void {
  const tick = document.querySelector<HTMLElement>('[data-paper-tick]');
  (tick ?? document.querySelector<HTMLElement>('[data-field="papers"]'))?.focus();
}

/** ↑ ↓ between the ticks of the checklist; false at its ends. */
export function focusNeighbour(from: HTMLElement, step: 1 | -1): boolean {
  const ticks = [...document.querySelectorAll<HTMLElement>('[data-paper-tick]')];
  const next = ticks[ticks.indexOf(from) + step];
  next?.focus();
  return next !== undefined;
}
