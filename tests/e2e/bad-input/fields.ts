import { fillIn, finish } from '../../../build/cli/demo/clerk.ts';
import { viIntake } from '../../../renderer/text/vi.intake.ts';
import { everythingSent, field } from '../at-work.ts';
import { expect, type SpecOffice, test } from '../fixtures.ts';
import { person, withoutFiles } from '../people.ts';

const who = person(0);

const refusedTexts: readonly (readonly [
  field: string,
  text: string,
  code: keyof typeof viIntake.findings,
])[] = [
  ['name', 'A'.repeat(10_000), 'name-too-long'],
  ['name', 'Nguyễn Mẫu 😀', 'name-emoji'],
  ['name', '<b>Nguyễn</b>', 'name-markup'],
  ['name', "=cmd|'/c calc'!A1", 'name-formula'],
  ['birthDate', '01012099', 'birth-date-future'],
  ['phone', 'không có', 'phone-letters'],
  ['phone', '12345', 'phone-number'],
  ['personalId', '12345', 'personal-id-length'],
];

/** A bad field keeps F9 from writing and says why; a decomposed name is composed. */
export async function badFields({ page, folders, province }: SpecOffice): Promise<void> {
  expect(await fillIn(page, { ...withoutFiles(who), procedure: '' }, folders.scan)).toBeUndefined();
  await test.step('no procedure', async () => {
    await page.keyboard.press('F9');
    await expect(page.locator('main')).toContainText(viIntake.findings['procedure-missing']);
    await expect(field(page, 'procedure')).toBeFocused();
  });
  await field(page, 'procedure').pressSequentially('2.000884', { delay: 65 });
  await page.waitForTimeout(400);
  await page.keyboard.press('Enter');
  await expect(page.locator('[class*=procedureFacts]')).toBeVisible();
  await page.locator('[data-paper-tick]').first().focus();
  await page.keyboard.press('Enter');
  for (const [at, text, code] of refusedTexts)
    await test.step(code, async () => {
      const good = await field(page, at).inputValue();
      await field(page, at).fill(text);
      await page.keyboard.press('F9');
      await expect(field(page, at)).toHaveAttribute('aria-invalid', 'true');
      await expect(page.locator('main')).toContainText(viIntake.findings[code]);
      await expect(page.locator('[data-provisional-code]')).toBeHidden();
      await field(page, at).fill(good);
      await page.keyboard.press('Tab');
      await expect(field(page, at)).not.toHaveAttribute('aria-invalid', 'true');
    });
  await expect(page.locator('[data-waiting]').first()).toHaveAttribute('data-waiting', '0');
  await field(page, 'name').fill(who.name.normalize('NFD'));
  await expect(field(page, 'name')).toHaveValue(who.name.normalize('NFC'));
  expect(await finish(page)).toMatchObject({ kind: 'received' });
  await everythingSent(page);
  expect((await province.dossiers()).map(({ applicant }) => applicant)).toEqual([who.name]);
}
