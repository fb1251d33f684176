import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { HostError } from '../../shared/host/host-error.ts';
import type { Printer } from '../host/printing.ts';

type OpenWindow = (options: BrowserWindowConstructorOptions) => BrowserWindow;

/**
 * Prints the stored PDF from a hidden window through the system's dialog with an explicit page size. A machine without any
 * printer answers `dialog`, and the window shows the document itself.
 */
export function desktopPrinter(openWindow: OpenWindow): Printer {
  return {
    via: 'printer',
    print: async ({ pdf, paper }) => {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'tram-print-'));
      const window = openWindow({ show: false, webPreferences: { sandbox: true, plugins: true } });
      try {
        if ((await window.webContents.getPrintersAsync()).length === 0) return { via: 'dialog' };
        const file = path.join(folder, 'print.pdf');
        await writeFile(file, pdf, { mode: 0o600 });
        await window.loadURL(pathToFileURL(file).href);
        await printed(window, paper);
        return { via: 'printer' };
      } finally {
        window.destroy();
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

function printed(window: BrowserWindow, paper: 'A4' | 'A5'): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.print({ pageSize: paper, printBackground: true }, (success, reason) => {
      if (success) resolve();
      else reject(new HostError('print-failed', reason));
    });
  });
}
