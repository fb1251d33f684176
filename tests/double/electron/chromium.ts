import { existsSync, mkdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { findChromium } from '../../../build/test/find-chromium.ts';
import { chromiumArguments } from '../chromium-arguments.ts';
import { app } from './app.ts';
import { answerRequest } from './routing.ts';

export interface OpenedChromium {
  readonly context: BrowserContext;
  /** for other tools to attach to */
  readonly port: string;
  /** for pulling the plug; 0 where the system does not tell */
  readonly pid: number;
}

/** Opens Chromium on the application's profile with the application's switches. */
export async function openChromium(): Promise<OpenedChromium> {
  const profile = path.join(app.getPath('userData'), 'chromium');
  mkdirSync(profile, { recursive: true });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: process.env.DOUBLE_HEADED !== '1',
    args: [
      ...chromiumArguments(app.commandLine.getSwitchValue('enable-features')),
      '--remote-debugging-port=0',
    ],
    viewport: null,
    locale: 'vi-VN',
    timezoneId: process.env.TZ,
    acceptDownloads: true,
  });
  await context.route('**/*', answerRequest);
  const portFile = path.join(profile, 'DevToolsActivePort');
  for (let tries = 0; !existsSync(portFile) && tries < 100; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return { context, port: readFileSync(portFile, 'utf8').split('\n')[0] ?? '', pid: pidOf(profile) };
}

/** Chromium's own lock is a link to `host-pid`. */
function pidOf(profile: string): number {
  try {
    return Number(/-(\d+)$/.exec(readlinkSync(path.join(profile, 'SingletonLock')))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
