import { EventEmitter } from 'node:events';
import type { CrashReporter, Shell } from 'electron';
import { complete, onlyAfterReady, record } from './world.ts';

export const powerMonitor = new EventEmitter();

export const crashReporter: Pick<CrashReporter, 'start'> = complete('crashReporter', {
  start: (options) => record('crash-reporter', options),
});

export const shell: Pick<Shell, 'openExternal'> = complete('shell', {
  openExternal: async (url: string) => {
    onlyAfterReady('shell.openExternal');
    record('open-external', url);
  },
});

export const Menu = complete('Menu', {
  setApplicationMenu: (menu: unknown) => record('menu', menu),
});
