import type { Page } from '@playwright/test';
import { scanCard } from './scanner.ts';

/** what the reception says of a card that arrived in part */
const CUT = 'card-cut';

/** Holds a card under the scanner, once more when only a part of it arrived; a sentence when it was refused. */
export async function holdCard(page: Page, qr: string): Promise<string | undefined> {
  const fault = await heldOnce(page, qr);
  if (!fault?.includes(CUT)) return fault;
  await page.locator('[class*=scanProblem] > button').click();
  return heldOnce(page, qr);
}

async function heldOnce(page: Page, qr: string): Promise<string | undefined> {
  await scanCard(page, qr);
  const read = page.locator('[data-source="scanned"]').first();
  const fault = page.locator('[class*=scanProblem]');
  await read
    .or(fault)
    .first()
    .waitFor({ timeout: 5_000 })
    .catch(() => undefined);
  if (await read.isVisible()) return undefined;
  return (await fault.isVisible()) ? fault.innerText() : 'the card was not read';
}
