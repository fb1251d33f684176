import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { unlock } from '../../build/cli/demo/clerk.ts';
import { expect, test } from './fixtures.ts';
import { enrolmentFile, PASSPHRASE } from './office-enrolment.ts';
import { accessible, fits } from './seen-well.ts';

const PATIENCE_MS = 30_000;

/** Looks at what is shown now, in both looks; what is cut is looked for at every size. */
async function look(page: Page, name: string): Promise<void> {
  await accessible(page, name, ['light', 'dark']);
  await fits(page, name);
}

/** The same screen once more in English. */
async function inEnglish(page: Page): Promise<void> {
  await page.evaluate(() =>
    localStorage.setItem('tram.preferences', JSON.stringify({ language: 'en', theme: 'system' })),
  );
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
}

test('a second window, the window it replaced and a failed start can be read by everybody @web', async ({
  office,
}) => {
  const { page } = office;
  await unlock(page);
  const second = await page.context().newPage();
  await second.goto(new URL('/', page.url()).href);
  const takeOver = second.locator('main button');
  await expect(takeOver).toBeVisible();
  await look(second, 'second window');
  await inEnglish(second);
  await expect(takeOver).toBeVisible();
  await look(second, 'second window (en)');
  await takeOver.click();
  await expect(second.locator('input[type=password]')).toBeVisible({ timeout: PATIENCE_MS });
  await look(page, 'replaced window');

  const vault = path.join(office.folders.data, 'demo', 'host', 'vault', 'vault');
  await office.restart(async () => {
    for (const file of [vault, `${vault}.old`]) writeFileSync(file, 'not a vault');
  });
  await expect(office.page.locator('main [role=alert]')).toBeVisible({ timeout: PATIENCE_MS });
  await look(office.page, 'failed start (en)');
});

test.describe('an office', () => {
  test.use({ workspace: 'office' });

  test('can be enrolled by everybody @web', async ({ office }) => {
    const { page } = office;
    const file = enrolmentFile(office);
    for (const language of ['vi', 'en']) {
      if (language === 'en') await inEnglish(page);
      await expect(page.locator('input[type=file]')).toBeAttached();
      await look(page, `enrolment (${language})`);
      await page.locator('input[type=file]').setInputFiles(file);
      await expect(page.locator('input[type=password]').first()).toBeVisible();
      await page.locator('form button[type=submit]').click();
      await expect(page.locator('[aria-invalid=true]').first()).toBeVisible();
      await look(page, `enrolment, secrets (${language})`);
    }
    for (const secret of await page.locator('input[type=password]').all()) await secret.fill(PASSPHRASE);
    await page.locator('form button[type=submit]').click();
    await expect(
      page.getByRole('heading', { name: 'Who is on duty?' }).or(page.locator('[data-line]')).first(),
    ).toBeVisible({ timeout: PATIENCE_MS });
    const door = page.locator('input[type=password]');
    if (await door.isVisible()) {
      await door.fill(PASSPHRASE);
      await page.keyboard.press('Enter');
    }
    await expect(page.locator('[data-line]').first()).toBeVisible({ timeout: PATIENCE_MS });
  });
});
