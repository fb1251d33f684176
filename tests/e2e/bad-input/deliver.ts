import { expect, type Page } from '@playwright/test';
import { everythingSent } from '../at-work.ts';

/** Asks for delivery until nothing waits: a spoilt answer may have put the next try off. */
export async function deliver(page: Page): Promise<void> {
  await page.keyboard.press('Alt+Digit4');
  await expect(async () => {
    const send = page.getByRole('button', { name: 'Gửi ngay' });
    if (await send.isEnabled()) await send.click();
    await everythingSent(page, 2_000);
  }).toPass({ timeout: 60_000 });
}
