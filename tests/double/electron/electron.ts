/**
 * A double of Electron's main-process API over Playwright's Chromium, for tests on machines without the binary. Bundled
 * main and preload run on it unchanged (register.cjs). What is missing throws; what has no effect here is recorded.
 */
import type { FromDouble, Order } from '../control.ts';
import { app } from './app.ts';
import { DoubleBrowserWindow as BrowserWindow, windows } from './browser-window.ts';
import { openChromium } from './chromium.ts';
import createCodec from './codec.cjs';
import { ipcMain } from './ipc-main.ts';
import { safeStorage } from './safe-storage.ts';
import { protocol } from './scheme.ts';
import { applyPermissions, defaultSession } from './session.ts';
import { crashReporter, Menu, powerMonitor, shell } from './small-parts.ts';
import { world } from './world.ts';

const session = { defaultSession };

export {
  app,
  BrowserWindow,
  crashReporter,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
};

const tell = (message: FromDouble) => process.send?.(message);

async function obey(order: Order): Promise<unknown> {
  const [window] = windows;
  switch (order.kind) {
    case 'records':
      return world.records;
    case 'power':
      return powerMonitor.emit(order.event);
    case 'close-window':
      return window?.close();
    case 'quit':
      return app.quit();
    case 'invoke':
      return window?.webContents.invokeAs(
        order.url,
        order.top ? null : {},
        'host:invoke',
        createCodec().encode([order.method, order.args]),
      );
  }
}

async function begin(): Promise<void> {
  if (world.quitting) return;
  const { context, port, pid } = await openChromium();
  world.context = context;
  const blank = context.pages();
  world.ready = true;
  app.emit('ready');
  context.once('page', (first) => {
    void applyPermissions(context, 'app://bundle/index.html');
    first.once('load', () => {
      for (const page of blank) void page.close().catch(() => undefined);
      tell({ kind: 'ready', port, chromium: pid });
    });
  });
}

process.on('message', (message: { readonly id: number; readonly order: Order }) => {
  void obey(message.order).then((value) => tell({ kind: 'answer', id: message.id, value }));
});
process.on('disconnect', () => app.exit(0));

// by then the main file, a script without top-level await, has been evaluated
setImmediate(() => {
  begin().catch((error: unknown) => {
    console.error('electron double: cannot begin', error);
    app.exit(1);
  });
});
