/** `npm run screens`: pictures of every screen of the real application, at the reference size, into docs/screens. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { inRoot } from '../steps/root.ts';
import { buildStep } from '../test/build-step.ts';
import { chromiumOrFetch } from '../test/fetch-chromium.ts';
import { type Office, officeFolders, openOffice } from './demo/office.ts';
import { webCounters } from './demo/web-counter.ts';
import { liveIn } from './screens/lived-in.ts';
import { doorScenes, type Scene, workScenes } from './screens/scenes.ts';

const MISSING_SERVICE = 69;
/** time for a PDF in the page to be drawn, and for a notification to leave */
const SETTLE_MS = 1_500;

/** Pictures by scene; the rest of the scenes are only passed through. */
const looks: Readonly<Record<string, readonly ('light' | 'dark')[]>> = {
  unlock: ['light', 'dark'],
  home: ['light', 'dark'],
  'reception-filled': ['light', 'dark'],
  'reception-received': ['light', 'dark'],
  'reception-procedures': ['light'],
  'list-open': ['light', 'dark'],
  'dossier-unsent': ['light', 'dark'],
  'dossier-forward': ['light'],
  outbox: ['light', 'dark'],
};

async function main(): Promise<number> {
  const chromium = await chromiumOrFetch();
  if (!chromium) {
    console.error('No Chromium was found or could be fetched: install chromium or set CHROMIUM.');
    return MISSING_SERVICE;
  }
  const built = await buildStep.run();
  if (built.failed > 0) {
    console.error(built.detail);
    return 1;
  }
  const out = inRoot('docs/screens');
  mkdirSync(out, { recursive: true });
  const root = mkdtempSync(path.join(os.tmpdir(), 'tram-screens-'));
  const gateway = { TRAM_GATEWAY_SEED: '1', DATABASE_URL: '' };
  const open = await webCounters(chromium);
  const office = await openOffice(officeFolders(root), { open, seed: 1, gateway, quiet: true });
  try {
    await liveIn(office);
    await office.page.locator('[class*=Notification-root]').waitFor({ state: 'detached' });
    for (const scene of [...workScenes, ...doorScenes]) await photograph(office.page, scene, out);
    await photographProvince(office, out);
    photographReceipt(office, out);
  } finally {
    await office.close();
    rmSync(root, { recursive: true, force: true });
  }
  return 0;
}

async function photograph(page: Page, { name, show }: Scene, out: string): Promise<void> {
  await show(page);
  for (const colorScheme of looks[name] ?? []) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(SETTLE_MS);
    await page.screenshot({ path: path.join(out, `${name}-${colorScheme}.png`) });
    console.log(`${name} (${colorScheme})`);
  }
}

/** The other end of the line: dossiers arriving at the province. */
async function photographProvince(office: Office, out: string): Promise<void> {
  const page = await office.page.context().newPage();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(await (await fetch(`${office.gatewayUrl}/demo/province-url`)).text());
  await page.screenshot({ path: path.join(out, 'province-light.png') });
  await page.close();
  console.log('province (light)');
}

/** Form 01 as it was printed, drawn by poppler. */
function photographReceipt(office: Office, out: string): void {
  const slip = readdirSync(office.folders.print).sort().at(-1);
  if (slip === undefined) throw new Error('nothing was printed');
  const pdf = path.join(office.folders.print, slip);
  execFileSync('pdftoppm', ['-png', '-r', '110', '-singlefile', '-gray', pdf, path.join(out, 'receipt')]);
  console.log('receipt');
}

process.exitCode = await main();
