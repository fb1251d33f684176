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

/** The Chromium to test in: CHROMIUM if set, else an installed one, else Playwright's own; undefined when there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const onPath = (env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const candidates = [
    ...(env.CHROMIUM ? [env.CHROMIUM] : []),
    ...installed.map((name) => path.join('/usr/bin', name)),
    ...onPath.flatMap((folder) => installed.map((name) => path.join(folder, name))),
    ...windowsPrograms(env),
    ...fetchedByPlaywright(env),
  ];
  return candidates.find((file) => existsSync(file));
}
