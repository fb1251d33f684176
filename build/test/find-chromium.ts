import { existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const installed = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'microsoft-edge'];

const playwrightCaches = (env: NodeJS.ProcessEnv): readonly string[] =>
  [
    env.PLAYWRIGHT_BROWSERS_PATH,
    path.join(os.homedir(), '.cache/ms-playwright'),
    path.join(os.homedir(), 'Library/Caches/ms-playwright'),
    env.LOCALAPPDATA && path.join(env.LOCALAPPDATA, 'ms-playwright'),
  ].filter((folder): folder is string => folder !== undefined && folder !== '');

const insideCache = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
];

const windowsPrograms = (env: NodeJS.ProcessEnv): readonly string[] =>
  [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((base) =>
    base === undefined
      ? []
      : [
          path.join(base, 'Google/Chrome/Application/chrome.exe'),
          path.join(base, 'Microsoft/Edge/Application/msedge.exe'),
          path.join(base, 'Chromium/Application/chrome.exe'),
        ],
  );

function fetchedByPlaywright(env: NodeJS.ProcessEnv): string[] {
  return playwrightCaches(env).flatMap((cache) => {
    if (!existsSync(cache)) return [];
    const builds = readdirSync(cache)
      .filter((name) => /^chromium-\d+$/.test(name))
      .sort()
      .reverse();
    return builds.flatMap((build) => insideCache.map((file) => path.join(cache, build, file)));
  });
}

/** Where a Chromium may be, best first: CHROMIUM, the system's own, on the path, Chrome and Edge on Windows, Playwright's. */
export function chromiumCandidates(env: NodeJS.ProcessEnv): readonly string[] {
  const onPath = (env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return [
    ...(env.CHROMIUM ? [env.CHROMIUM] : []),
    ...installed.map((name) => path.join('/usr/bin', name)),
    ...onPath.flatMap((folder) => installed.map((name) => path.join(folder, name))),
    ...windowsPrograms(env),
    ...fetchedByPlaywright(env),
  ];
}

/** The Chromium to test in; undefined when this machine has none. */
export const findChromium = (env: NodeJS.ProcessEnv = process.env): string | undefined =>
  chromiumCandidates(env).find((file) => existsSync(file));
