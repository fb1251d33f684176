import { existsSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../steps/root.ts';

/**
 * The real Electron binary, looked for by file path only: importing the bare name in plain Node starts its downloader.
 * ELECTRON_BIN wins; undefined where the binary was never fetched.
 */
export function findElectron(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const name = process.platform === 'win32' ? 'electron.exe' : 'electron';
  const dist = env.ELECTRON_OVERRIDE_DIST_PATH ?? inRoot('node_modules/electron/dist');
  return [env.ELECTRON_BIN, path.join(dist, name)].find((file) => file !== undefined && existsSync(file));
}
