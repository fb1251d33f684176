import path from 'node:path';
import { _electron } from '@playwright/test';
import type { OpenCounter } from '../../build/cli/demo/counter.ts';
import { webCounters } from '../../build/cli/demo/web-counter.ts';
import { root } from '../../build/steps/root.ts';
import { findChromium } from '../../build/test/find-chromium.ts';
import type { TargetOption } from '../../playwright.config.ts';
import { launchDouble } from '../double/launch.ts';

type Target = TargetOption['target'];

/** The machine of each target, behind one interface: the specs do not know which they drive. */
export const countersOf: Readonly<Record<Target, () => Promise<OpenCounter>>> = {
  web: () => webCounters(findChromium() ?? missing('no Chromium: set CHROMIUM')),
  double: async () => doubleCounter,
  desktop: async () => desktopCounter,
};

/** Where the target's Chromium keeps IndexedDB of this workspace. */
export const databasesOf = (
  target: Target,
  workspace: 'demo' | 'office',
  folders: { readonly data: string; readonly profile: string },
): string => {
  const electron = path.join(folders.data, workspace, 'profile');
  if (target === 'web') return path.join(folders.profile, 'Default', 'IndexedDB');
  return target === 'double'
    ? path.join(electron, 'chromium', 'Default', 'IndexedDB')
    : path.join(electron, 'IndexedDB');
};

function missing(why: string): never {
  throw new Error(why);
}

const text = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

const doubleCounter: OpenCounter = async ({ env }) => {
  const dataDir = env.TRAM_DATA_DIR ?? missing('TRAM_DATA_DIR');
  const running = await launchDouble({ dataDir, env: { ...text(env), TZ: 'Asia/Ho_Chi_Minh' } });
  return { page: running.page, close: async () => void (await running.quit()), kill: running.kill };
};

const desktopCounter: OpenCounter = async ({ env }) => {
  const executablePath = process.env.ELECTRON_BIN ?? missing('no Electron: set ELECTRON_BIN');
  const app = await _electron.launch({ executablePath, args: [root], env: text(env) });
  const page = await app.firstWindow();
  return {
    page,
    close: () => app.close(),
    kill: async () => {
      const gone = new Promise<void>((resolve) => app.once('close', () => resolve()));
      app.process().kill('SIGKILL');
      await gone;
    },
  };
};
