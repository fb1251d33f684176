import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export const sizes = [
  { width: 1366, height: 768 },
  { width: 1280, height: 680 },
  { width: 1093, height: 582 },
] as const;

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** What went wrong behind the screen: errors of the console, of scripts and of the content policy, requests that left. */
export interface Complaints {
  readonly all: readonly string[];
}

/** Listens from now on. Nothing a page does may go anywhere but to its own origin. */
export async function listenForComplaints(page: Page): Promise<Complaints> {
  const all: string[] = [];
  const own = new URL(page.url()).origin;
  page.on('console', (message) => {
    if (message.type() === 'error') all.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => all.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob|about|chrome|chrome-extension):/.test(url) && new URL(url).origin !== own)
      all.push(`request: ${url}`);
  });
  const watchPolicy = () =>
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  await page.addInitScript(watchPolicy);
  await page.evaluate(watchPolicy);
  return { all };
}

type Look = 'light' | 'dark';

/** Axe finds nothing; in the dark look only colours can differ, so only contrast is measured again. */
export async function accessible(page: Page, name: string, looks: readonly Look[]): Promise<void> {
  for (const colorScheme of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // a PDF viewer is the browser's own page
    const axe = new AxeBuilder({ page }).exclude('iframe').setLegacyMode();
    const asked = colorScheme === 'light' ? axe.withTags(rules) : axe.withRules(['color-contrast']);
    const { violations } = await asked.analyze();
    const found = violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join(' | ')}`,
    );
    expect.soft(found, `${name}, ${colorScheme}`).toEqual([]);
  }
}

/** Nothing to scroll sideways and no button out of reach, at every size an office has. */
export async function fits(page: Page, name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.waitForTimeout(40);
    const found = await page.evaluate(outOfSight);
    expect.soft(found, `${name} at ${size.width}×${size.height}`).toEqual([]);
  }
  await page.setViewportSize(sizes[0]);
}

/** Runs in the page: what is cut off and cannot be scrolled to. */
function outOfSight(): readonly string[] {
  const found: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth)
    found.push(`the page scrolls sideways by ${root.scrollWidth - root.clientWidth}`);
  const modal = document.querySelector('[role=dialog][aria-modal=true]');
  for (const element of (modal ?? document.body).querySelectorAll<HTMLElement>(
    'button, a[href], [role=button]',
  )) {
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || !element.checkVisibility({ visibilityProperty: true })) continue;
    const word = (element.ariaLabel ?? element.innerText).trim().slice(0, 40);
    if (box.left < -1 || box.right > innerWidth + 1) found.push(`“${word}” lies beside the window`);
    let reachable = box.top >= -1 && box.bottom <= innerHeight + 1;
    let scrolls = false;
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
      const { overflowY, overflowX } = getComputedStyle(outer);
      const frame = outer.getBoundingClientRect();
      scrolls ||= /auto|scroll/.test(overflowY) && outer.scrollHeight > outer.clientHeight;
      if (overflowX !== 'visible' && (box.right > frame.right + 1 || box.left < frame.left - 1))
        found.push(`“${word}” is cut at the side`);
      if (overflowY === 'hidden' && !scrolls && box.bottom > frame.bottom + 1) reachable = false;
    }
    if (!reachable && !scrolls) found.push(`“${word}” lies below the window`);
  }
  return [...new Set(found)];
}
