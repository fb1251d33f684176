import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { mergedFeatures, setOldEngineAside } from '../../electron/host/engine-folder.ts';

/** Whether a window could be shown here at all. */
export const hasDisplay = (env: NodeJS.ProcessEnv): boolean =>
  process.platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);

/**
 * Arguments that open `url` as a window of its own, on a profile of its own and on the engine our data need. A store of
 * the other engine in that profile is set aside first.
 */
export function browserArguments(url: string, profile: string): readonly string[] {
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  setOldEngineAside(path.join(profile, 'Default', 'IndexedDB'), Date.now());
  const asRoot = process.getuid?.() === 0;
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    `--enable-features=${mergedFeatures('')}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-background-networking',
    '--window-size=1366,768',
    // Chromium refuses to run sandboxed as root; nobody works so, but containers do
    ...(asRoot ? ['--no-sandbox'] : []),
  ];
}
