import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { type Program, startProgram } from '../../launch/program.ts';
import { inRoot } from '../../steps/root.ts';
import { openBrowser } from './browser.ts';
import { countingWire } from './counting-wire.ts';
import { freePort } from './free-port.ts';

/** Where one day's machines keep their things; everything lies below one folder. */
export interface OfficeFolders {
  readonly root: string;
  readonly scan: string;
  readonly print: string;
  readonly data: string;
  readonly profile: string;
  readonly gateway: string;
}

/** One counter with its province: gateway process, web host process, browser window. */
export interface Office {
  readonly folders: OfficeFolders;
  page: Page;
  /** pulls the plug of window and host, and starts both again on the same disk */
  readonly powerCut: () => Promise<void>;
  /** the gateway was ready at this moment: devices registered later are this day's */
  readonly since: Date;
  /** bytes that went from the counter to the gateway, requests and their repetitions alike, counted on the wire */
  readonly bytesSent: () => number;
  readonly close: () => Promise<void>;
}

export function officeFolders(root: string): OfficeFolders {
  const folders = {
    root,
    scan: path.join(root, 'scan'),
    print: path.join(root, 'receipts'),
    data: path.join(root, 'host'),
    profile: path.join(root, 'profile'),
    gateway: path.join(root, 'gateway'),
  };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  return folders;
}

/** Starts gateway (PostgreSQL when DATABASE_URL is set, else the embedded one), web host and browser. */
export async function openOffice(folders: OfficeFolders, chromium: string, seed: number): Promise<Office> {
  const gateway = startProgram(process.execPath, ['--import', 'tsx', inRoot('gateway/main.ts')], {
    ...process.env,
    TRAM_GATEWAY_MODE: 'demo',
    TRAM_GATEWAY_PORT: '0',
    TRAM_GATEWAY_DIR: folders.gateway,
  });
  const wire = await countingWire(await gateway.ready);
  const since = new Date();
  const port = await freePort();
  const startHost = () =>
    startProgram(process.execPath, [inRoot('dist/web/web.mjs')], {
      ...process.env,
      TRAM_WORKSPACE: 'demo',
      TRAM_DATA_DIR: folders.data,
      TRAM_PORT: String(port),
      TRAM_GATEWAY_URL: wire.url,
      TRAM_SCAN_DIR: folders.scan,
      TRAM_PRINT_DIR: folders.print,
      TRAM_STUTTER_SEED: String(seed),
    });
  let host = startHost();
  let window = await openWindow(chromium, folders, host);
  const office: Office = {
    folders,
    page: window.page,
    async powerCut() {
      await pullPlug(window.context, host);
      host = startHost();
      window = await openWindow(chromium, folders, host);
      office.page = window.page;
    },
    since,
    bytesSent: wire.bytes,
    async close() {
      await window.context.close();
      await host.stop();
      await wire.close();
      await gateway.stop();
    },
  };
  return office;
}

async function openWindow(chromium: string, folders: OfficeFolders, host: Program) {
  const context: BrowserContext = await openBrowser(chromium, folders.profile);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(await host.ready);
  return { context, page };
}

/** Kills the browser's process tree and the host without a word, as a power cut does. */
async function pullPlug(context: BrowserContext, host: Program): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  const crashed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  await host.kill();
  await session?.send('Browser.crash').catch(() => undefined);
  await crashed;
}
