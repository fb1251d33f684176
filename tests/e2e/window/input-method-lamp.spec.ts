import { unlock } from '../../../build/cli/demo/clerk.ts';
import { scanCard } from '../../../build/cli/demo/scanner.ts';
import { expect, test } from '../fixtures.ts';
import { scanThroughInputMethod } from '../through-input-method.ts';

const CARD = '077192000018|273100018|Trần Thị Minh Họa|14081992|Nữ|Tổ 12, ấp Mẫu, xã Mẫu, tỉnh Mẫu|22072021';

test('a scan spoilt by an input method lights the lamp until the next clean scan @web', async ({
  office,
}) => {
  const { page } = office;
  await unlock(page);
  await page.keyboard.press('F2');
  await page.locator('[data-field="phone"]').waitFor();
  const lamp = page.getByText('Bộ gõ tiếng Việt đang bật', { exact: true });
  await scanThroughInputMethod(page, CARD, 'process');
  await expect(lamp).toBeVisible();
  await scanCard(page, CARD);
  await expect(page.locator('[data-field="name"]')).toHaveValue('Trần Thị Minh Họa');
  await expect(lamp).toHaveCount(0);
});
