import { fork } from 'node:child_process';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { FromDouble, Order } from './control.ts';

export interface DoubleOptions {
  /** the bundled main file; beside its folder lie `preload` and `renderer` */
  readonly main?: string;
  /** holds the workspaces (TRAM_DATA_DIR) */
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningDouble {
  readonly page: Page;
  readonly browser: Browser;
  readonly order: (order: Order) => Promise<unknown>;
  /** exit code, however it came about */
  readonly ended: Promise<number>;
  /** Quits as a clerk does; resolves to the exit code. */
  readonly quit: () => Promise<number>;
  /** Pulls the plug. */
  readonly kill: () => Promise<void>;
}

type Ready = Extract<FromDouble, { readonly kind: 'ready' }>;

const START_MS = 90_000;

/** Starts the real main and preload on the double and attaches to its window. */
export async function launchDouble(options: DoubleOptions): Promise<RunningDouble> {
  const child = forkDouble(options);
  const ended = new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
  const ready = await new Promise<Ready>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the double did not become ready')), START_MS);
    child.on('message', (message: FromDouble) => {
      if (message.kind !== 'ready') return;
      clearTimeout(timer);
      resolve(message);
    });
    void ended.then((code) => reject(new Error(`the double ended with ${code}`)));
  });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${ready.port}`);
  const page = await appPage(browser);
  let count = 0;
  const order = (wanted: Order) =>
    new Promise<unknown>((resolve) => {
      const id = ++count;
      const hear = (message: FromDouble) => {
        if (message.kind !== 'answer' || message.id !== id) return;
        child.off('message', hear);
        resolve(message.value);
      };
      child.on('message', hear);
      child.send({ id, order: wanted });
    });
  return {
    page,
    browser,
    order,
    ended,
    quit: async () => {
      child.send({ id: 0, order: { kind: 'quit' } satisfies Order });
      const code = await ended;
      await browser.close().catch(() => undefined);
      return code;
    },
    kill: async () => {
      // Chromium first: told by nobody, it has no time to tidy up
      if (ready.chromium > 0) process.kill(ready.chromium, 'SIGKILL');
      child.kill('SIGKILL');
      await ended;
      await browser.close().catch(() => undefined);
    },
  };
}

/** The process alone, for starts that are expected to end at once. */
export function forkDouble(options: DoubleOptions) {
  const main = options.main ?? path.resolve(import.meta.dirname, '../../dist/main/main.cjs');
  return fork(main, [], {
    execArgv: ['--require', path.join(import.meta.dirname, 'register.cjs')],
    env: { ...process.env, TRAM_DATA_DIR: options.dataDir, ...options.env },
  });
}

async function appPage(browser: Browser): Promise<Page> {
  for (let tries = 0; tries < 200; tries++) {
    const page = browser
      .contexts()[0]
      ?.pages()
      .find((one) => one.url().includes('.app.localhost'));
    if (page) {
      // what becomes of an unload is the application's to decide; without a listener this side would consent to it
      page.on('dialog', (dialog) => {
        if (dialog.type() !== 'beforeunload') void dialog.dismiss().catch(() => undefined);
      });
      await page.waitForLoadState();
      return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the double shows no window of the application');
}
