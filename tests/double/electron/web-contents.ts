import { randomBytes, randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import type { IpcMainInvokeEvent, PrinterInfo, WebContents, WebPreferences } from 'electron';
import createCodec from './codec.cjs';
import { ipcMain } from './ipc-main.ts';
import { toApp, toNetwork } from './scheme.ts';
import { newEvent, onlyAfterReady, record, world } from './world.ts';

const WORLD = 'electron-preload';
const text = (name: string) => readFileSync(path.join(import.meta.dirname, name), 'utf8');
/** An expression that is what a plain script file exports. */
const exported = (name: string) => `(()=>{const module={exports:{}};${text(name)};return module.exports})()`;
const codec = createCodec();

type WindowOpen = Parameters<WebContents['setWindowOpenHandler']>[0];

interface FromPreload {
  readonly id: number;
  readonly channel: string;
  readonly args: string;
}

let count = 0;

/** One page of the driven Chromium as Electron shows it: preload in an isolated world, IPC, navigation and window rules. */
export class DoubleWebContents
  extends EventEmitter
  implements Pick<WebContents, 'loadURL' | 'send' | 'setWindowOpenHandler' | 'print' | 'getPrintersAsync'>
{
  readonly id = ++count;
  /** navigations the application itself asked for; all others go through `will-navigate` */
  readonly expected = new Set<string>();
  readonly page: Promise<Page>;
  readonly #preferences: WebPreferences;
  /** isolated worlds that run the preload: execution context id → frame */
  readonly #worlds = new Map<number, string>();
  #cdp: CDPSession | undefined;
  #windowOpen: WindowOpen = () => ({ action: 'allow' });

  constructor(preferences: WebPreferences) {
    super();
    onlyAfterReady('WebContents');
    this.#preferences = preferences;
    this.page = this.#open();
  }

  async #open(): Promise<Page> {
    if (!world.context) throw new Error('electron double: no Chromium');
    const page = await world.context.newPage();
    const cdp = await world.context.newCDPSession(page);
    this.#cdp = cdp;
    page.on('crash', () => this.emit('render-process-gone', newEvent(), { reason: 'crashed', exitCode: 1 }));
    page.on('load', () => this.emit('did-finish-load'));
    page.on('popup', (popup) => void this.#judgePopup(popup));
    await cdp.send('Page.enable');
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === WORLD) this.#worlds.set(context.id, String(context.auxData?.frameId));
    });
    cdp.on('Runtime.executionContextDestroyed', (gone) => this.#worlds.delete(gone.executionContextId));
    cdp.on('Runtime.executionContextsCleared', () => this.#worlds.clear());
    await cdp.send('Runtime.enable');
    if (this.#preferences.preload) await this.#injectPreload(cdp, this.#preferences.preload);
    return page;
  }

  async #injectPreload(cdp: CDPSession, preload: string): Promise<void> {
    const { contextIsolation, nodeIntegration, sandbox } = this.#preferences;
    if (contextIsolation === false || nodeIntegration || sandbox === false)
      throw new Error('electron double: only sandboxed, isolated preloads');
    const [secret, binding] = [randomUUID(), `double${randomBytes(8).toString('hex')}`];
    cdp.on('Runtime.bindingCalled', (call) => {
      if (call.name === binding) void this.#invoked(JSON.parse(call.payload), call.executionContextId);
    });
    await cdp.send('Runtime.addBinding', { name: binding, executionContextName: WORLD });
    const start = (name: string) =>
      `${exported('page-world.cjs')}('${name}','${secret}','${binding}',${exported('codec.cjs')})`;
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: start('main') });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      worldName: WORLD,
      source: `(()=>{const world=${start('isolated')};if(!world)return;
        (function(require,module,exports,process,__filename,__dirname){${readFileSync(preload, 'utf8')}
        })(world.require,{exports:{}},{},world.process,'preload.cjs','/')})()`,
    });
  }

  async #invoked(call: FromPreload, contextId: number): Promise<void> {
    const page = await this.page;
    const reply = await this.invokeAs(toApp(page.mainFrame().url()), null, call.channel, call.args);
    await this.#deliver(contextId, { kind: 'reply', id: call.id, ...reply });
  }

  /** Runs an invocation as if a frame of this URL had made it; `parent` is null for the top frame. */
  async invokeAs(
    url: string,
    parent: object | null,
    channel: string,
    args: string,
  ): Promise<{ readonly value?: string; readonly error?: string }> {
    const event = { sender: this, senderFrame: { url, parent } };
    try {
      const values = codec.decode(args) as readonly unknown[];
      const value = await ipcMain.invoke(channel, event as unknown as IpcMainInvokeEvent, values);
      return { value: codec.encode(value) };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }

  async #deliver(contextId: number, message: object): Promise<void> {
    const expression = `electronDoubleDeliver(${JSON.stringify(message)})`;
    // a page that went away in the meantime has nobody to tell
    await this.#cdp?.send('Runtime.evaluate', { contextId, expression }).catch(() => undefined);
  }

  send(channel: string, ...args: unknown[]): void {
    const message = { kind: 'event', channel, args: codec.encode(args) };
    void this.page.then(() =>
      Promise.all([...this.#worlds.keys()].map((worldId) => this.#deliver(worldId, message))),
    );
  }

  async #judgePopup(popup: Page): Promise<void> {
    const url = toApp(popup.url());
    const { action } = this.#windowOpen({ url } as Parameters<WindowOpen>[0]);
    record('window-open', [url, action]);
    if (action === 'deny') await popup.close();
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.page;
    const target = toNetwork(url);
    this.expected.add(target);
    try {
      await page.goto(target, { waitUntil: 'load' });
    } finally {
      this.expected.delete(target);
    }
  }

  setWindowOpenHandler(handler: WindowOpen): void {
    this.#windowOpen = handler;
  }

  print(options?: unknown, callback?: (success: boolean, reason: string) => void): void {
    record('print', options);
    setImmediate(() => callback?.(true, ''));
  }

  async getPrintersAsync(): Promise<PrinterInfo[]> {
    return [];
  }
}
