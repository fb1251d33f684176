import type { Page } from '@playwright/test';
import { discard } from '../../../build/cli/demo/clerk.ts';
import { scanCard } from '../../../build/cli/demo/scanner.ts';
import { viIntake } from '../../../renderer/text/vi.intake.ts';
import { field } from '../at-work.ts';
import { expect, test } from '../fixtures.ts';
import { person } from '../people.ts';
import { scanThroughInputMethod } from '../through-input-method.ts';

const who = person(0);
const [id, , name, birth, sex, address, issued] = who.qr.split('|');
const windows1252 = new TextDecoder('windows-1252').decode(Buffer.from(who.qr));

const refusedCards: readonly (readonly [what: string, text: string, code: string])[] = [
  ['cut', who.qr.slice(0, 40), 'card-cut'],
  ['cut inside the number', who.qr.slice(0, 10), 'card-cut'],
  ['doubled', who.qr + who.qr, 'card-doubled'],
  ['with lost letters', who.qr.replace('ễ', '\uFFFD'), 'card-broken-letters'],
  ['with marks apart', who.qr.normalize('NFD'), 'card-not-nfc'],
  ['rewritten by Telex', who.qr.replace('Nữ', 'Nuwx'), 'card-input-method'],
  ['born tomorrow or later', who.qr.replace(birth ?? '', '01012099'), 'card-birth-date-future'],
  ['born on no day', who.qr.replace(birth ?? '', '31022000'), 'card-birth-date-invalid'],
  ['not a card', 'https://example.vn/khuyen-mai', 'card-not-a-card'],
];

const takenCards: readonly (readonly [what: string, text: string, warning?: string])[] = [
  ['of six fields', [id, name, birth, sex, address, issued].join('|')],
  ['of eight fields', `${who.qr}|0`],
  ['of eleven fields', `${who.qr}|||Trần Văn Mẫu|Lê Thị Mẫu`],
  ['in the wrong letters', windows1252, 'card-letters-repaired'],
  ['whose number denies the year', who.qr.replace(birth ?? '', '01071991'), 'personal-id-birth-year'],
  ['whose number denies the sex', who.qr.replace('|Nữ|', '|Nam|'), 'personal-id-sex'],
];

/** A spoilt scan is named and changes nothing; a strange but sound one is read. */
export async function spoiltScans(page: Page): Promise<void> {
  await page.keyboard.press('F2');
  await field(page, 'note').fill('đang nhập dở');
  const before = await fieldsOf(page);
  const refused = async (what: string, code: string) => {
    const problem = page.locator(`[data-scan-problem="${code}"]`);
    await expect(problem, what).toBeVisible();
    await expect(problem).toContainText(viIntake.problems[code]?.heading ?? 'no text');
    expect(await fieldsOf(page), what).toEqual(before);
    await problem.getByRole('button').click();
  };
  for (const [what, text, code] of refusedCards)
    await test.step(`a card ${what}`, async () => {
      await scanCard(page, text);
      await refused(what, code);
    });
  for (const damage of ['process', 'backspace'] as const)
    await test.step(`a card typed through an active input method (${damage})`, async () => {
      await field(page, 'name').focus();
      await scanThroughInputMethod(page, who.qr, damage);
      await refused(damage, 'scan-input-method');
    });
  for (const [what, text, warning] of takenCards)
    await test.step(`a card ${what}`, async () => {
      await scanCard(page, text);
      await expect(field(page, 'name'), what).toHaveValue(name ?? '');
      await expect(field(page, 'personalId')).toHaveValue(id ?? '');
      if (warning)
        await expect(page.locator('main')).toContainText(viIntake.scan.warnings[warning] ?? 'no text');
      await expect(field(page, 'phone')).toBeFocused();
      // the burst's own time stamps must lie behind, or its listener takes the next Enter for its end
      await page.waitForTimeout(1_000);
      await discard(page);
      await expect(field(page, 'name')).toHaveValue('');
      await expect(page.locator('[data-discard]')).toBeHidden();
    });
}

/** Everything that stands in the fields of the reception. */
async function fieldsOf(page: Page): Promise<Readonly<Record<string, string>>> {
  const values: Record<string, string> = {};
  for (const element of await page
    .locator('input[data-field], select[data-field], textarea[data-field]')
    .all())
    values[(await element.getAttribute('data-field')) ?? ''] = await element.inputValue();
  return values;
}
