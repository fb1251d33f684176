import { mkdirSync } from 'node:fs';
import path from 'node:path';
import {
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
} from 'electron';
import type { HostEvent } from '../shared/host/contract.ts';
import { appScheme, ORIGIN, serveApp } from './desktop/app-scheme.ts';
import { denyPermissions } from './desktop/permissions.ts';
import { desktopPrinter } from './desktop/printer.ts';
import { machineSecret } from './desktop/safe-storage.ts';
import { confineContents, hideWhileWorkWaits, windowOptions } from './desktop/window.ts';
import { mergedFeatures, setOldEngineAside } from './host/engine-folder.ts';
import { createHost, type RunningHost } from './host/services.ts';
import { type HostSettings, readSettings } from './host/settings.ts';
import { CHANNEL, registerHost } from './ipc/register.ts';

// everything down to whenReady runs before Electron is ready, as these calls demand
const settings = readSettings(chosenWorkspace(), process.env);
mkdirSync(settings.place.profile, { recursive: true, mode: 0o700 });
app.setPath('userData', settings.place.profile);
app.enableSandbox();
app.commandLine.appendSwitch(
  'enable-features',
  mergedFeatures(app.commandLine.getSwitchValue('enable-features')),
);
protocol.registerSchemesAsPrivileged([appScheme]);
confineContents(app);

let window: BrowserWindow | undefined;
let running: RunningHost | undefined;

if (app.requestSingleInstanceLock()) begin();
else app.quit();

function begin(): void {
  setOldEngineAside(path.join(settings.place.profile, 'IndexedDB'), Date.now());
  app.on('second-instance', () => {
    window?.show();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (!running) return;
    // the journal's last write is waited for, and the workspace handed back
    event.preventDefault();
    const { close } = running;
    running = undefined;
    void close().finally(() => app.quit());
  });
  app
    .whenReady()
    .then(() => open(settings))
    .catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error));
      app.exit(69);
    });
}

/** An installed program is an office unless told otherwise; a source checkout is the demonstration. */
function chosenWorkspace(): string {
  if (process.env.TRAM_WORKSPACE) return process.env.TRAM_WORKSPACE;
  if (process.argv.includes('--demo')) return 'demo';
  if (process.argv.includes('--practice')) return 'practice';
  return app.isPackaged ? 'office' : 'demo';
}

async function open({ place }: HostSettings): Promise<void> {
  crashReporter.start({ uploadToServer: false });
  Menu.setApplicationMenu(null);
  denyPermissions(session.defaultSession, ORIGIN);
  session.defaultSession.setSpellCheckerEnabled(false);
  serveApp(protocol, path.join(__dirname, '../renderer'));
  const secret = await machineSecret(safeStorage);
  running = createHost({
    target: 'desktop',
    version: app.getVersion(),
    settings,
    ...(secret && { machineSecret: secret }),
    printer: desktopPrinter((options) => new BrowserWindow(options)),
    ...(place.workspace === 'demo' && { openOutside: openLocalPage }),
    onEvent: tell,
  });
  registerHost(ipcMain, running.host, ORIGIN);
  powerMonitor.on('suspend', () => tell({ type: 'suspend' }));
  powerMonitor.on('resume', () => tell({ type: 'resume' }));
  window = new BrowserWindow(windowOptions(path.join(__dirname, '../preload/preload.cjs'), app.isPackaged));
  window.once('ready-to-show', () => window?.show());
  hideWhileWorkWaits(window);
  await window.loadURL(`${ORIGIN}/index.html`);
}

function tell(event: HostEvent): void {
  if (window && !window.isDestroyed()) window.webContents.send(CHANNEL.event, event);
}

/** The demonstration's province page, and only when it is on this machine. */
async function openLocalPage(url: string): Promise<void> {
  const { protocol: scheme, hostname } = new URL(url);
  if (scheme === 'http:' && hostname === '127.0.0.1') await shell.openExternal(url);
}
