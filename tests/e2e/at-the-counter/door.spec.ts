import { rmSync } from 'node:fs';
import { unlock } from '../../../build/cli/demo/clerk.ts';
import { draftSaved, everythingSent, field, receive, scan } from '../at-work.ts';
import { expect, test } from '../fixtures.ts';
import { enrolmentFile, opened, PASSPHRASE } from '../office-enrolment.ts';
import { person, withoutFiles } from '../people.ts';

test('a wrong PIN, another language, the lock: nothing typed is lost and nothing is shown', async ({
  office,
}) => {
  const { page } = office;
  const who = person(0);
  await test.step('a wrong PIN is refused in words', async () => {
    const pin = page.locator('input[type=password]').first();
    await pin.fill('111111');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Mã chưa đúng.')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('secret-wrong')).toBeVisible();
  });
  await test.step('the door speaks English and Vietnamese', async () => {
    await page.getByText('English', { exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Who is on duty?' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
    await page.getByText('Tiếng Việt', { exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Mời chọn người trực' })).toBeVisible();
  });
  // after a wrong attempt the machine makes everybody wait
  await page.waitForTimeout(1_500);
  await unlock(page);
  await page.keyboard.press('F2');
  await expect(field(page, 'name')).toBeFocused();
  await scan(page, who);
  await expect(field(page, 'name')).toHaveValue(who.name);
  await draftSaved(page);
  await page.keyboard.press('Control+KeyL');
  await expect(page.getByRole('heading', { name: 'Mời chọn người trực' })).toBeVisible();
  expect(await page.locator('body').innerHTML()).not.toContain(who.name);
  await unlock(page);
  await page.keyboard.press('F2');
  await expect(field(page, 'name')).toHaveValue(who.name);
  await expect(field(page, 'personalId')).toHaveValue(who.personalId);
});

test('with all of IndexedDB gone the device is still the same and its work is rebuilt @web @full', async ({
  office,
}) => {
  await unlock(office.page);
  const first = await receive(office.page, withoutFiles(person(0)), office.folders.scan);
  await everythingSent(office.page);
  await office.restart(async () => rmSync(office.databases, { recursive: true }));
  await unlock(office.page);
  await expect(office.page.getByText('dựng lại từ nhật ký')).toBeVisible();
  const second = await receive(office.page, withoutFiles(person(1)), office.folders.scan);
  expect([first.slice(0, 4), second]).toEqual([second.slice(0, 4), expect.stringContaining('-00002-')]);
  await everythingSent(office.page);
  const dossiers = await office.province.dossiers();
  expect(dossiers.map(({ provisionalCode }) => provisionalCode).sort()).toEqual([first, second]);
  expect(new Set(dossiers.map(({ device }) => device)).size).toBe(1);
});

test('a second window says where the first is, takes over, and finds the draft @web', async ({ office }) => {
  const { page } = office;
  const who = person(2);
  await unlock(page);
  await page.keyboard.press('F2');
  await expect(field(page, 'name')).toBeFocused();
  await scan(page, who);
  await draftSaved(page);
  const second = await page.context().newPage();
  await second.goto(new URL('/', page.url()).href);
  await expect(second.getByRole('heading', { name: 'Trạm đang mở ở một cửa sổ khác' })).toBeVisible();
  await expect(second.getByText(/Cửa sổ kia mở lúc \d\d:\d\d/)).toBeVisible();
  await second.getByRole('button', { name: 'Làm việc tại cửa sổ này' }).click();
  await expect(page.getByRole('heading', { name: 'Đã chuyển sang cửa sổ khác' })).toBeVisible();
  await unlock(second);
  await second.keyboard.press('F2');
  await expect(field(second, 'name')).toHaveValue(who.name);
});

test.describe('an office', () => {
  test.use({ workspace: 'office' });

  test('is enrolled by a file of its province, takes passphrases only, and is known there @web @full', async ({
    office,
  }) => {
    const { page } = office;
    const file = enrolmentFile(office);
    await test.step('a browser that the host did not open is refused', async () => {
      if (page.url().startsWith('http://127.0.0.1')) expect((await fetch(page.url())).status).toBe(401);
    });
    await page.locator('input[type=file]').setInputFiles(file);
    await expect(page.getByText('Quầy thử')).toBeVisible();
    const first = page.locator('#secret-first-thu\\.nt');
    const again = page.locator('#secret-again-thu\\.nt');
    await first.fill('246810');
    await again.fill('246810');
    await page.getByRole('button', { name: 'Ghi danh và mở máy' }).click();
    await expect(page.getByText('Mật khẩu cần từ 12 ký tự')).toBeVisible();
    await first.fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Ghi danh và mở máy' }).click();
    await expect(page.getByText('Hai lần gõ chưa giống nhau')).toBeVisible();
    await again.fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Ghi danh và mở máy' }).click();
    await opened(office);
    await everythingSent(page);
    await expect(page.getByText('MẪU · dữ liệu minh họa')).toHaveCount(0);

    await office.restart();
    await office.page.locator('input[type=password]').fill(PASSPHRASE);
    await office.page.keyboard.press('Enter');
    await expect(office.page.locator('[data-line=online]').first()).toBeVisible({ timeout: 30_000 });
  });
});
