import type { App, BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { ORIGIN } from './app-scheme.ts';

/** The one window: sandboxed, isolated, nothing of Node in it. */
export function windowOptions(preload: string, isPackaged: boolean): BrowserWindowConstructorOptions {
  return {
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 560,
    show: false,
    backgroundColor: '#f5f7fa',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      // delivering goes on while the window is hidden
      backgroundThrottling: false,
      devTools: !isPackaged,
    },
  };
}

/** No content ever leaves our origin, opens another window or brings a webview. */
export function confineContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!event.url.startsWith(`${ORIGIN}/`)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

const CLOSE_AGAIN_MS = 5_000;

/**
 * A page with work waiting holds back its unload. When the clerk closes such a window it is hidden instead, goes on
 * delivering and closes as soon as the page lets it; any other unload (a reload after an update) is let through.
 */
export function hideWhileWorkWaits(window: BrowserWindow): void {
  let closing = false;
  let hidden = false;
  window.on('close', () => {
    closing = true;
  });
  window.webContents.on('will-prevent-unload', (event) => {
    if (closing) {
      hidden = true;
      window.hide();
    } else event.preventDefault();
    closing = false;
  });
  window.on('show', () => {
    hidden = false;
  });
  const again = setInterval(() => {
    if (hidden) window.close();
  }, CLOSE_AGAIN_MS);
  window.on('closed', () => clearInterval(again));
}
