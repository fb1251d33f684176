import type { Page } from '@playwright/test';
import { scanCard } from './scanner.ts';

/** Holds a card under the scanner; a sentence when it was refused. */
export async function holdCard(page: Page, qr: string): Promise<string | undefined> {
  await scanCard(page, qr);
  const read = page.locator('[data-source="scanned"]').first();
  const fault = page.locator('[class*=scanProblem]');
  await read
    .or(fault)
    .first()
    .waitFor({ timeout: 20_000 })
    .catch(() => undefined);
  if (await read.isVisible()) return undefined;
  return (await fault.isVisible()) ? fault.innerText() : 'the card was not read';
}
