import type { Page } from '@playwright/test';
import { DEMONSTRATION } from '../../../shared/host/demonstration.ts';
import { attachFiles } from './attach-files.ts';
import type { DayReception } from './day.ts';
import { holdCard } from './hold-card.ts';

/** How one reception ended on the screen. */
export type Ending =
  | { readonly kind: 'received'; readonly provisionalCode: string }
  | { readonly kind: 'refused'; readonly why: string };

/** A person's typing, slow enough not to be taken for a scanner. */
const HUMAN_MS = 65;
const PATIENCE_MS = 30_000;

const refused = (why: string): Ending => ({ kind: 'refused', why: why.replace(/\s+/g, ' ').trim() });

/** Opens the door with the demonstration's PIN; waits for the counter. */
export async function unlock(page: Page): Promise<void> {
  const pin = page.locator('input[type=password]').first();
  await pin.waitFor({ timeout: PATIENCE_MS });
  await pin.focus();
  await page.keyboard.type(DEMONSTRATION.pin);
  await page.keyboard.press('Enter');
  await page.locator('[data-line]').first().waitFor({ timeout: PATIENCE_MS });
}

const lineButton = { online: 'Nối lại', offline: 'Cắt mạng', stutter: 'Mạng chập chờn' } as const;

/** Chooses the state of the demonstration's line on the demo bar, by keyboard; nothing to press when it is so already. */
export async function chooseLine(page: Page, state: keyof typeof lineButton): Promise<void> {
  const press = async (name: string): Promise<void> => {
    const button = page.getByRole('button', { name, exact: true });
    if (!(await button.isVisible())) return;
    await button.focus();
    await page.keyboard.press('Enter');
    await button.waitFor({ state: 'hidden', timeout: PATIENCE_MS });
  };
  // a spoilt line is mended first: only then does the bar offer to cut it
  if (state === 'offline') await press(lineButton.online);
  await press(lineButton[state]);
}

/** Receives one dossier as a clerk would, by keyboard alone: F2, card or typing, phone, procedure, papers. F9 comes after. */
export async function fillIn(
  page: Page,
  reception: DayReception,
  scanFolder: string,
): Promise<Ending | undefined> {
  await page.keyboard.press('F2');
  await field(page, 'name').waitFor({ timeout: PATIENCE_MS });
  // a power cut may bring back a draft that was just thrown away
  if ((await field(page, 'name').inputValue()) !== '') {
    await discard(page);
    await page.keyboard.press('F2');
    await field(page, 'name').waitFor({ timeout: PATIENCE_MS });
  }
  if (reception.qr !== undefined) {
    const fault = await holdCard(page, reception.qr);
    if (fault !== undefined) return refused(fault);
  } else if (reception.person) await typePerson(page, reception.person);
  await type(page, 'phone', reception.phone);
  const problem = await chooseProcedure(page, reception.procedure);
  if (problem !== undefined) return refused(problem);
  await holdPapers(page);
  const fault = await attachFiles(page, reception.files ?? [], scanFolder);
  return fault === undefined ? undefined : refused(fault);
}

/** F9, and what came of it. */
export async function finish(page: Page): Promise<Ending> {
  await page.keyboard.press('F9');
  const code = page.locator('[data-provisional-code]');
  const stopped = page.locator('[data-severity=error], [aria-invalid=true], main [role=alert]');
  await code.or(stopped).first().waitFor({ timeout: PATIENCE_MS });
  // a finding of the panel may stand there until the reception is written down: give the act the last word
  await code.waitFor({ timeout: 4_000 }).catch(() => undefined);
  if (!(await code.isVisible()))
    return refused((await stopped.allInnerTexts()).filter((text) => text.trim() !== '').join(' · '));
  await page.locator('[data-printing=folder], [data-printing=printer], [data-printing=dialog]').waitFor({
    timeout: PATIENCE_MS,
  });
  return { kind: 'received', provisionalCode: (await code.innerText()).trim() };
}

/** Throws a reception away that came to nothing, so that the next person starts clean. */
export async function discard(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Bỏ nháp', exact: true });
  if (!(await button.isVisible())) return;
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Bỏ hồ sơ đang nhập?' });
  await dialog.waitFor({ timeout: PATIENCE_MS });
  await dialog.getByRole('button', { name: 'Bỏ nháp', exact: true }).focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden', timeout: PATIENCE_MS });
}

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);

async function type(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.type(text, { delay: text.length > 100 ? 0 : HUMAN_MS });
}

async function typePerson(page: Page, person: NonNullable<DayReception['person']>): Promise<void> {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(person.birthDate);
  await type(page, 'name', person.name);
  await type(page, 'personalId', person.personalId);
  await type(page, 'birthDate', iso ? `${iso[3]}/${iso[2]}/${iso[1]}` : person.birthDate);
  await chooseSex(page, person.sex);
  if (person.address !== undefined) await type(page, 'address', person.address);
}

/** Arrow keys, as in any list of two: typing a letter would depend on the browser. */
async function chooseSex(page: Page, sex: string): Promise<void> {
  const list = field(page, 'sex');
  await list.focus();
  for (let step = 0; step < 3; step++) {
    if ((await list.locator('option:checked').innerText()).trim() === sex) return;
    await page.keyboard.press('ArrowDown');
  }
}

/** Types into the procedure search and takes the first hit; a sentence when there is none that may be received here. */
async function chooseProcedure(page: Page, words: string): Promise<string | undefined> {
  if (words.trim() === '') return undefined;
  await type(page, 'procedure', words);
  await page.waitForTimeout(400);
  await page.keyboard.press('Enter');
  const chosen = page.locator('[class*=procedureFacts]');
  await chosen.waitFor({ timeout: 3_000 }).catch(() => undefined);
  if (await chosen.isVisible()) return undefined;
  const seen = await page.locator('[role=option], [class*=Combobox-empty]').allInnerTexts();
  return `${seen.slice(0, 1).join('').trim() || 'no procedure was chosen'} (“${words}”)`;
}

/** Enter on a row of the checklist takes all required papers as held. */
async function holdPapers(page: Page): Promise<void> {
  const row = page.locator('[data-paper-tick]').first();
  if (!(await row.isVisible())) return;
  await row.focus();
  await page.keyboard.press('Enter');
}
