import { unlock } from '../../../build/cli/demo/clerk.ts';
import { everythingSent, field, namedInList, scan } from '../at-work.ts';
import { expect, type SpecOffice, test } from '../fixtures.ts';
import { type Person, person } from '../people.ts';

const HUMAN_MS = 65;

test('from the card to the slip in at most twenty keys, and F9 twice is one dossier', async ({ office }) => {
  const { page } = office;
  const who = person(0);
  await unlock(page);
  await page.keyboard.press('F2');
  await expect(field(page, 'name')).toBeFocused();
  await scan(page, who);
  await expect(field(page, 'name')).toHaveValue(who.name);
  await expect(field(page, 'phone')).toBeFocused();
  await countKeys(office);
  await page.keyboard.type(who.phone, { delay: HUMAN_MS });
  await expect(field(page, 'procedure')).toBeFocused();
  await page.keyboard.type('tr luc', { delay: HUMAN_MS });
  await page.keyboard.press('Enter');
  await expect(page.locator('[class*=procedureFacts]')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('F9');
  await page.keyboard.press('F9');
  await expect(page.locator('[data-provisional-code]')).toBeVisible();
  await expect(page.locator('[data-printing=folder], [data-printing=dialog]')).toBeVisible();
  expect(await page.evaluate(() => window.keysPressed)).toBeLessThanOrEqual(20);
  await expect(page.locator('main')).not.toContainText(who.personalId);
  expect(await namedInList(page, who.name)).toBe(1);

  await test.step('the personal number stands whole in the detail alone', async () => {
    for (const key of ['Alt+Digit1', 'Alt+Digit4', 'Alt+Digit3']) {
      await page.keyboard.press(key);
      await expect(page.locator('main').first()).toBeVisible();
      await page.waitForTimeout(200);
      expect(await page.locator('body').innerText()).not.toContain(who.personalId);
    }
    await page.getByRole('row').filter({ hasText: who.name }).dblclick();
    await expect(page.getByText(who.personalId)).toBeVisible();
  });
  await everythingSent(page);
  expect((await office.province.dossiers()).map(({ applicant }) => applicant)).toEqual([who.name]);
});

test('a card is read on every screen and in every field, and goes nowhere else', async ({ office }) => {
  const { page } = office;
  await unlock(page);
  for (const [index, screen] of ['Alt+Digit1', 'Alt+Digit3', 'Alt+Digit4'].entries()) {
    await page.keyboard.press(screen);
    await page.waitForTimeout(150);
    await readsCard(office, person(index));
    await discardDraft(office);
  }
  await page.keyboard.press('F3');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await readsCard(office, person(4));
  await discardDraft(office);
  for (const name of ['name', 'address', 'procedure']) {
    await page.keyboard.press('F2');
    await field(page, name).focus();
    await readsCard(office, person(5));
    expect(await field(page, 'procedure').inputValue()).toBe('');
    expect(await field(page, 'address').inputValue()).toContain('thôn Mẫu');
    await discardDraft(office);
  }
});

test.describe('with the sample dossiers', () => {
  test.use({ gatewaySeed: 1 });

  test('a dossier whose clock stands is never called late @web @full', async ({ office }) => {
    const { page } = office;
    await unlock(page);
    await everythingSent(page);
    await page.keyboard.press('Alt+Digit3');
    const waiting = page.getByRole('row').filter({ hasText: 'Chờ bổ sung' });
    await page.locator('label').filter({ hasText: 'Chờ bổ sung' }).click();
    await expect(waiting.first()).toBeVisible();
    const texts = await waiting.allInnerTexts();
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) {
      expect(text).toContain('Dừng tính hạn');
      expect(text).not.toMatch(/quá hạn|quá \d+ ngày/i);
    }
  });
});

declare global {
  interface Window {
    keysPressed: number;
  }
}

/** Counts what is pressed from now on, in the page itself. */
const countKeys = ({ page }: SpecOffice): Promise<void> =>
  page.evaluate(() => {
    window.keysPressed = 0;
    window.addEventListener('keydown', () => window.keysPressed++, { capture: true });
  });

async function readsCard({ page }: SpecOffice, who: Person): Promise<void> {
  await scan(page, who);
  await expect(field(page, 'name')).toHaveValue(who.name);
  await expect(field(page, 'personalId')).toHaveValue(who.personalId);
  await expect(field(page, 'phone')).toHaveValue('');
}

async function discardDraft({ page }: SpecOffice): Promise<void> {
  await page.getByRole('button', { name: 'Bỏ nháp', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Bỏ hồ sơ đang nhập?' });
  await dialog.getByRole('button', { name: 'Bỏ nháp', exact: true }).click();
  await expect(field(page, 'name')).toHaveValue('');
}
