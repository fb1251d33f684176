import type { BrowserContext } from '@playwright/test';
import { startProgram } from '../../launch/program.ts';
import { inRoot } from '../../steps/root.ts';
import { openBrowser } from './browser.ts';
import type { Counter, OpenCounter } from './counter.ts';
import { freePort } from './free-port.ts';

/** A machine without Electron: the host on loopback, and a headless Chromium as its window. */
export interface WebCounter extends Counter {
  /** kills the host alone: the window stays and nobody answers it */
  readonly killHost: () => Promise<void>;
}

/** Counters on loopback. The port stays over restarts, because it is part of the origin that IndexedDB belongs to. */
export async function webCounters(chromium: string): Promise<OpenCounter> {
  const port = await freePort();
  return async ({ env, profile }): Promise<WebCounter> => {
    const web = inRoot('dist/web/web.mjs');
    const host = startProgram(process.execPath, [web], { ...env, TRAM_PORT: String(port) });
    const url = await host.ready;
    const context = await openBrowser(chromium, profile);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(url);
    return {
      page,
      async close() {
        await context.close();
        await host.stop();
      },
      async kill() {
        await host.kill();
        await crash(context);
      },
      killHost: () => host.kill(),
    };
  };
}

/** Kills the browser's process tree without a word, as a power cut does. */
async function crash(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  const crashed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  await session?.send('Browser.crash').catch(() => undefined);
  await crashed;
}
