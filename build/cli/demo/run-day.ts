import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chooseLine, discard, type Ending, fillIn, finish, unlock } from './clerk.ts';
import { afterReception, type Day } from './day.ts';
import type { Office } from './office.ts';

/** Tells a line of the day as it happens. */
export type Tell = (line: string) => void;

/**
 * Works one day through the screens: line changes where the day says, the power pulled where the seed says, and at the end
 * the line mended until nothing waits any more.
 */
export async function runDay(
  office: Office,
  day: Day,
  powerCuts: readonly number[],
  tell: Tell,
): Promise<readonly Ending[]> {
  const endings: Ending[] = [];
  const snap = screenshots(office);
  await unlock(office.page);
  await snap('quay');
  await changeLine(office, day, 0, tell);
  for (const [index, reception] of day.receptions.entries()) {
    const number = index + 1;
    let ending = await fillIn(office.page, reception, office.folders.scan);
    if (number === 1) await snap('tiep-nhan');
    ending ??= await finish(office.page);
    endings.push(ending);
    tell(`${number}. ${sentence(ending)}`);
    if (ending.kind === 'refused') {
      await snap(`tu-choi-${number}`);
      await discard(office.page);
    } else if (number === 1) await snap('da-tiep-nhan');
    if (powerCuts.includes(number)) {
      await office.powerCut();
      await unlock(office.page);
      tell(`power pulled after reception ${number}, counter back`);
      await snap(`sau-mat-dien-${number}`);
    }
    await changeLine(office, day, number, tell);
  }
  await snap('cuoi-ngay');
  await changeLine(office, day, 'end', tell);
  await chooseLine(office.page, 'online');
  await everythingSent(office, tell);
  await snap('da-gui');
  return endings;
}

const sentence = (ending: Ending): string =>
  ending.kind === 'received' ? `received ${ending.provisionalCode}` : `refused: ${ending.why.slice(0, 160)}`;

async function changeLine(office: Office, day: Day, now: number | 'end', tell: Tell): Promise<void> {
  for (const change of day.line) {
    const at = afterReception(change.at) ?? change.at;
    if (at !== now) continue;
    await chooseLine(office.page, change.state);
    tell(`line ${change.state}`);
  }
}

/** Opens the list of what waits and stays until it is empty; the line is good, so this ends. */
async function everythingSent(office: Office, tell: Tell): Promise<void> {
  const line = office.page.locator('[data-line]').first();
  await office.page.keyboard.press('Alt+Digit4');
  for (let second = 0; second < 180; second++) {
    const waiting = await line.getAttribute('data-waiting');
    const state = await line.getAttribute('data-line');
    const files = await line.getAttribute('data-files');
    if (state === 'online' && waiting === '0' && files === '0') {
      tell('everything sent');
      return;
    }
    await office.page.waitForTimeout(1000);
  }
  tell('not everything was sent within three minutes');
}

function screenshots(office: Office): (name: string) => Promise<void> {
  const folder = path.join(office.folders.root, 'screens');
  mkdirSync(folder, { recursive: true });
  let count = 0;
  return async (name) => {
    count += 1;
    await office.page.screenshot({
      path: path.join(folder, `${String(count).padStart(2, '0')}-${name}.png`),
    });
  };
}
