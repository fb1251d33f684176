import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chooseLine, discard, type Ending, fillIn, finish, unlock } from './clerk.ts';
import { afterReception, type Day } from './day.ts';
import type { Office } from './office.ts';

const PATIENCE_S = 180;

/** Tells a line of the day as it happens. */
export type Tell = (line: string) => void;

/**
 * Works one day through the screens: line changes where the day says, the power pulled where the seed says, and at the end,
 * unless the day leaves the line cut, patience until nothing waits any more.
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
    tell(sentence(ending, number, endings));
    if (ending.kind === 'refused') {
      await snap(`tu-choi-${number}`);
      await discard(office.page);
    } else if (number === 1) await snap('da-tiep-nhan');
    if (powerCuts.includes(number)) {
      await office.powerCut();
      await unlock(office.page);
      tell(`power pulled after reception ${number} · counter back`);
      await snap(`sau-mat-dien-${number}`);
    }
    await changeLine(office, day, number, tell);
  }
  await snap('cuoi-ngay');
  await changeLine(office, day, 'end', tell);
  if (lastState(day) === 'offline') tell('the day ends with the line cut · what waits stays at the counter');
  else await everythingSent(office, tell);
  await snap('het-ngay');
  return endings;
}

/** `12 received · PPM8-00012-K`, so that the last line of a stretch says how far the day is. */
function sentence(ending: Ending, number: number, endings: readonly Ending[]): string {
  if (ending.kind === 'refused') return `reception ${number} refused · ${ending.why.slice(0, 160)}`;
  return `${endings.filter(({ kind }) => kind === 'received').length} received · ${ending.provisionalCode}`;
}

const lineWords = { online: 'line back', offline: 'line cut', stutter: 'line stutters' } as const;

async function changeLine(office: Office, day: Day, now: number | 'end', tell: Tell): Promise<void> {
  for (const change of day.line) {
    const at = afterReception(change.at) ?? change.at;
    if (at !== now) continue;
    await chooseLine(office.page, change.state);
    tell(lineWords[change.state]);
  }
}

/** The line's state when the day is over: what the file says last in the order of the day. */
function lastState(day: Day): Day['line'][number]['state'] {
  const moment = (at: Day['line'][number]['at']) => (at === 'end' ? Infinity : (afterReception(at) ?? 0));
  const inOrder = [...day.line].sort((a, b) =>
    moment(a.at) < moment(b.at) ? -1 : moment(a.at) > moment(b.at) ? 1 : 0,
  );
  return inOrder.at(-1)?.state ?? 'online';
}

/** Opens the list of what waits and stays until it is empty; even a stuttering line gets there. */
async function everythingSent(office: Office, tell: Tell): Promise<void> {
  const line = office.page.locator('[data-line]').first();
  await office.page.keyboard.press('Alt+Digit4');
  for (let second = 0; second < PATIENCE_S; second++) {
    const waiting = await line.getAttribute('data-waiting');
    const state = await line.getAttribute('data-line');
    const files = await line.getAttribute('data-files');
    if (state !== 'unknown' && waiting === '0' && files === '0') return tell('everything sent');
    await office.page.waitForTimeout(1000);
  }
  tell(`not everything was sent within ${PATIENCE_S} seconds`);
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
