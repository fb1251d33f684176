import { expect, type Locator, type Page } from '@playwright/test';
import { fillIn, finish } from '../../build/cli/demo/clerk.ts';
import type { DayReception } from '../../build/cli/demo/day.ts';
import { scanCard } from '../../build/cli/demo/scanner.ts';
import type { Person } from './people.ts';

/** Receives one dossier by keyboard and scanner; its provisional code. Fails with the screen's words. */
export async function receive(page: Page, reception: DayReception, scanFolder: string): Promise<string> {
  expect(await fillIn(page, reception, scanFolder)).toBeUndefined();
  const ending = await finish(page);
  expect(ending).toMatchObject({ kind: 'received' });
  return ending.kind === 'received' ? ending.provisionalCode : '';
}

export const field = (page: Page, name: string): Locator => page.locator(`[data-field="${name}"]`);

/** The draft stands on the screen and on the disk. */
export const draftSaved = (page: Page): Promise<void> =>
  expect(page.locator('[data-save=saved]')).toBeVisible();

/** The line is good and nothing waits, neither acts nor files. */
export const everythingSent = (page: Page, timeout = 60_000): Promise<void> =>
  expect(
    page.locator('[data-line=online][data-waiting="0"][data-files="0"]').first(),
    'everything sent',
  ).toBeVisible({ timeout });

/** How many dossiers of this name the list of all dossiers shows. */
export async function namedInList(page: Page, name: string): Promise<number> {
  await page.keyboard.press('Alt+Digit3');
  await expect(page.getByRole('grid').or(page.getByText('chưa có hồ sơ nào')).first()).toBeVisible();
  return page.getByRole('row').filter({ hasText: name }).count();
}

/** Holds a card under the scanner and sees that the person stands in the form. */
export async function scan(page: Page, who: Person): Promise<void> {
  await scanCard(page, who.qr);
  await expect(field(page, 'name')).toHaveValue(who.name);
  await expect(field(page, 'personalId')).toHaveValue(who.personalId);
}
