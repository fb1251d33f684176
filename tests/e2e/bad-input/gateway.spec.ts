import { unlock } from '../../../build/cli/demo/clerk.ts';
import { everythingSent, receive } from '../at-work.ts';
import { expect } from '../fixtures.ts';
import { person, withoutFiles } from '../people.ts';
import { deliver } from './deliver.ts';
import { test } from './troubled-office.ts';

const refusals = [400, 401, 409, 413, 429, 500, 'html', 'nothing'] as const;

test('whatever a spoilt gateway answers, the work waits and arrives once when it is good again @web', async ({
  troubled,
}) => {
  test.setTimeout(180_000);
  const { page, proxy } = troubled;
  const send = page.getByRole('button', { name: 'Gửi ngay' });
  const waits = page.locator('[data-waiting="1"]').first();
  await unlock(page);
  await everythingSent(page);
  proxy.spoil(500);
  await receive(page, withoutFiles(person(1)), troubled.folders.scan);
  await page.keyboard.press('Alt+Digit4');
  for (const how of refusals)
    await test.step(String(how), async () => {
      proxy.spoil(how);
      await send.click();
      await expect.poll(proxy.spoilt).toBeGreaterThan(0);
      await expect(waits).toBeVisible();
      await expect(page.locator('main')).toContainText(person(1).name);
    });
  proxy.spoil('good');
  await deliver(page);
  await test.step('half a reply to what was taken whole', async () => {
    proxy.spoil('half');
    await receive(page, withoutFiles(person(2)), troubled.folders.scan);
    await page.keyboard.press('Alt+Digit4');
    await send.click();
    await expect.poll(proxy.spoilt).toBeGreaterThan(0);
    await expect(waits).toBeVisible();
    proxy.spoil('good');
    await deliver(page);
  });
  const arrived = (await troubled.province.dossiers()).map(({ applicant }) => applicant);
  expect(arrived.sort()).toEqual([person(1).name, person(2).name].sort());
});
