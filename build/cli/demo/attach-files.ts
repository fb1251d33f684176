import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

const ANSWER_MS = 600;
const PATIENCE_MS = 30_000;
/** while a file is read and checked */
const ATTACHING = 'Đang lưu tệp…';
/** the scan folder's file has not settled */
const NOT_YET = 'Chưa có tệp nào trong thư mục máy quét';

/** Lays each file into the scan folder and takes it with F6, one row after the other; a sentence when one was refused. */
export async function attachFiles(
  page: Page,
  files: readonly string[],
  scanFolder: string,
): Promise<string | undefined> {
  const rows = page.locator('tr:has([data-attach]) [data-paper-tick]');
  for (const [index, file] of files.entries()) {
    const last = (await rows.count()) - 1;
    if (last < 0) return `no paper to attach ${path.basename(file)} to`;
    await rows.nth(Math.min(index, last)).focus();
    copyFileSync(file, path.join(scanFolder, path.basename(file)));
    const fault = await takeScan(page);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** F6 until the scanner's file has settled and is attached; a sentence when it was refused. */
async function takeScan(page: Page): Promise<string | undefined> {
  const attached = page.getByRole('button', { name: /^Gỡ tệp / });
  const alerts = page.locator('main [role=alert]');
  const before = await attached.count();
  // what the screen said before this file, a warning about the person for instance, is not about this file
  const said = new Set(await alerts.allInnerTexts());
  for (let attempt = 0; attempt < 30; attempt++) {
    await page.keyboard.press('F6');
    await page.waitForTimeout(ANSWER_MS);
    // pressed again while the file is being checked, F6 would wipe out what is about to be said of it
    await page.getByText(ATTACHING).first().waitFor({ state: 'hidden', timeout: PATIENCE_MS });
    if ((await attached.count()) > before) return undefined;
    const faults = (await alerts.allInnerTexts()).filter(
      (text) => !said.has(text) && !text.includes(NOT_YET),
    );
    if (faults.length > 0) return faults.join(' · ');
  }
  return 'the scan never arrived';
}
