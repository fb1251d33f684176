import { chooseLine, unlock } from '../../../build/cli/demo/clerk.ts';
import { receive } from '../at-work.ts';
import { expect, test } from '../fixtures.ts';
import { person, withoutFiles } from '../people.ts';

test('a browser window with work waiting asks before it closes, says how much waits, and again at the lock screen @web', async ({
  office,
}) => {
  const { page } = office;
  await unlock(page);
  await chooseLine(page, 'offline');
  await receive(page, withoutFiles(person(0)), office.folders.scan);
  const asked = page.waitForEvent('dialog');
  void page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await expect(page.getByRole('alert')).toContainText('còn 1 việc và 1 tệp chờ gửi');
  page.once('dialog', (again) => void again.accept());
  await page.reload();
  await expect(page.getByRole('status').first()).toContainText('1 việc chờ gửi');
  await unlock(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.locator('[data-line=offline][data-waiting="1"]').first()).toBeVisible();
});
