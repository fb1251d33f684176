import { EventEmitter } from 'node:events';
import type { Page } from '@playwright/test';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { app } from './app.ts';
import { DoubleWebContents } from './web-contents.ts';
import { newEvent, onlyAfterReady, record, world } from './world.ts';

export const windows = new Set<DoubleBrowserWindow>();

/** A window: one page, shown or hidden, closed with the page's consent. */
export class DoubleBrowserWindow
  extends EventEmitter
  implements
    Pick<
      BrowserWindow,
      'loadURL' | 'show' | 'hide' | 'focus' | 'isVisible' | 'isDestroyed' | 'close' | 'destroy'
    >
{
  readonly webContents: DoubleWebContents;
  #visible = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    onlyAfterReady('BrowserWindow');
    record('window', options);
    windows.add(this);
    this.#visible = options.show !== false;
    this.webContents = new DoubleWebContents(options.webPreferences ?? {});
    void this.webContents.page.then((page) => this.#follow(page, options));
    app.emit('web-contents-created', newEvent(), this.webContents);
  }

  async #follow(page: Page, options: BrowserWindowConstructorOptions): Promise<void> {
    page.once('load', () => this.emit('ready-to-show'));
    page.on('close', () => this.#closed());
    page.on('dialog', (dialog) => {
      if (dialog.type() !== 'beforeunload') return void dialog.dismiss().catch(() => undefined);
      const event = newEvent();
      this.webContents.emit('will-prevent-unload', event);
      void (event.defaultPrevented ? dialog.accept() : dialog.dismiss()).catch(() => undefined);
    });
    const { width = 800, height = 600 } = options;
    await page.setViewportSize({ width, height }).catch(() => undefined);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }
  show(): void {
    this.#visible = true;
    record('show', undefined);
    this.emit('show');
  }
  hide(): void {
    this.#visible = false;
    record('hide', undefined);
  }
  focus(): void {
    record('focus', undefined);
    void this.webContents.page.then((page) => page.bringToFront());
  }
  isVisible(): boolean {
    return this.#visible;
  }
  isDestroyed(): boolean {
    return !windows.has(this);
  }

  close(): void {
    const event = newEvent();
    this.emit('close', event);
    if (event.defaultPrevented) return;
    void this.webContents.page.then((page) => page.close({ runBeforeUnload: true }));
  }
  destroy(): void {
    void this.closeNow();
  }
  async closeNow(): Promise<void> {
    const page = await this.webContents.page.catch(() => undefined);
    await page?.close().catch(() => undefined);
    this.#closed();
  }

  #closed(): void {
    if (!windows.delete(this)) return;
    this.emit('closed');
    if (windows.size > 0 || world.quitting) return;
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
    else app.quit();
  }
}

app.closeAll = async () => {
  for (const window of windows) await window.closeNow();
  await world.context?.close().catch(() => undefined);
};
