import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { samplePdf } from '../../../gateway/demo/sample-pdf.ts';
import { chooseLine, fillIn, finish, unlock } from '../demo/clerk.ts';
import type { DayReception } from '../demo/day.ts';
import type { Office } from '../demo/office.ts';

const PATIENCE_MS = 30_000;
/** ghi vào sổ hộ tịch — moved away by the province while the counter is offline */
const MOVED = '2.000884';

const Dossiers = z.object({
  dossiers: z.array(z.looseObject({ id: z.string(), status: z.string() })),
});

const people = {
  delivered: [
    '001190900001||Nguyễn Thị Mẫu|01071990|Nữ|Tổ 1, thôn Mẫu, xã Mẫu, Tỉnh mẫu|22072021',
    'kh sinh',
  ],
  refused: ['001095900006||Vũ Đức Giả Định|01071995|Nam|Tổ 6, thôn Mẫu, xã Mẫu, Tỉnh mẫu|22072021', MOVED],
  waiting: ['001075900002||Trần Văn Thử|01071975|Nam|Tổ 2, thôn Mẫu, xã Mẫu, Tỉnh mẫu|22072021', '2.000815'],
  last: ['001188900003||Lê Thị Ví Dụ|01071988|Nữ|Tổ 3, thôn Mẫu, xã Mẫu, Tỉnh mẫu|22072021', 'kết hôn'],
} as const;

/**
 * Works until every state of a dossier is there: the sample dossiers pulled, one reception the province refuses, one act
 * that conflicts with the province's own, and after that a cut line with receptions and a forwarding that wait.
 */
export async function liveIn(office: Office): Promise<void> {
  const { page } = office;
  await unlock(page);
  await goTo(page, '/ho-so');
  await page.locator('[role=row][id^="row-"]').nth(12).waitFor({ timeout: PATIENCE_MS });
  await chooseLine(page, 'offline');
  const contested = await contestedDossier(office.gatewayUrl);
  await forward(page, contested);
  await receive(office, people.delivered, ['To-khai.pdf', 'Giay-chung-sinh.pdf']);
  await receive(office, people.refused, []);
  await chooseLine(page, 'online');
  await line(page, ({ waiting, files }) => waiting === '0' && files === '0');
  await chooseLine(page, 'offline');
  await receive(office, people.waiting, ['Ban-sao.pdf']);
  const code = await receive(office, people.last, ['To-khai-ket-hon.pdf']);
  await forward(page, await dossierOf(page, code));
  await line(page, ({ waiting, state }) => waiting === '3' && state === 'offline');
}

/** Changes the screen by its address; anything open above it is closed first. */
export async function goTo(page: Page, where: string): Promise<void> {
  const dialog = page.locator('[role=dialog]');
  for (let tries = 0; tries < 5 && (await dialog.count()) > 0; tries++) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(100);
  }
  await page.evaluate(`location.hash = ${JSON.stringify(where)}`);
  await page.waitForTimeout(150);
}

/** The dossier that carries this code, by the list's own search. */
export async function dossierOf(page: Page, code: string): Promise<string> {
  await goTo(page, '/ho-so');
  await page.locator('input[name=list-tab]').last().check({ force: true });
  await page.locator('input[type=search]').fill(code);
  const row = page.locator('[role=row][id^="row-"]');
  while ((await row.count()) !== 1) await page.waitForTimeout(100);
  const id = (await row.getAttribute('id')) ?? '';
  await page.locator('input[type=search]').fill('');
  return id.replace('row-', '');
}

async function receive(
  office: Office,
  [qr, procedure]: readonly [string, string],
  papers: readonly string[],
): Promise<string> {
  const files = papers.map((name) => samplePaper(office.folders.root, name));
  const reception: DayReception = { qr, procedure, phone: '0900000001', files };
  const stopped = await fillIn(office.page, reception, office.folders.scan);
  const ending = stopped ?? (await finish(office.page));
  if (ending.kind === 'refused') throw new Error(`the reception of ${qr} was refused: ${ending.why}`);
  return ending.provisionalCode;
}

async function forward(page: Page, dossier: string): Promise<void> {
  await goTo(page, `/ho-so/${dossier}`);
  await page.locator('h1').first().waitFor();
  await page.keyboard.press('KeyC');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
}

/** Lets the province finish a dossier that the counter is about to forward, and take a procedure away. */
async function contestedDossier(gatewayUrl: string): Promise<string> {
  const login = new URL(await (await fetch(`${gatewayUrl}/demo/province-url`)).text());
  const headers = {
    authorization: `Bearer ${login.searchParams.get('token')}`,
    'content-type': 'application/json',
  };
  const act = async (body: object) => {
    const reply = await fetch(`${gatewayUrl}/demo/act`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`the province answers ${reply.status}: ${await reply.text()}`);
  };
  const listed = await (await fetch(`${gatewayUrl}/province/api/dossiers`, { headers })).json();
  const dossier = Dossiers.parse(listed).dossiers.find(({ status }) => status === 'received')?.id ?? '';
  await act({ type: 'dossier.accept', dossier });
  await act({ type: 'dossier.finish', dossier, outcome: 'Đã giải quyết (minh họa)' });
  await act({ type: 'moveElsewhere', procedure: MOVED });
  return dossier;
}

interface LineMarks {
  readonly state: string | null;
  readonly waiting: string | null;
  readonly files: string | null;
}

async function line(page: Page, is: (marks: LineMarks) => boolean): Promise<void> {
  const pill = page.locator('[data-line]').first();
  for (let tries = 0; tries < PATIENCE_MS / 200; tries++) {
    const marks = {
      state: await pill.getAttribute('data-line'),
      waiting: await pill.getAttribute('data-waiting'),
      files: await pill.getAttribute('data-files'),
    };
    if (is(marks)) return;
    await page.waitForTimeout(200);
  }
  throw new Error('the line never came to the state the pictures need');
}

function samplePaper(folder: string, name: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, samplePdf(`${name} - fictional`));
  return file;
}
