import { ENGINE_FEATURE } from '../../electron/host/engine-folder.ts';

/** What Playwright itself enables; a later `--enable-features` replaces the whole list, so these are said again. */
const PLAYWRIGHT_FEATURES = ['CDPScreenshotNewSurface', 'SkipListAccountsWithoutGaiaCookies'];

/** Arguments for a Chromium launched by Playwright on our data: one merged feature list, usable as root in a container. */
export function chromiumArguments(features: string = ENGINE_FEATURE): string[] {
  return [
    '--no-sandbox',
    '--disable-dev-shm-usage',
    `--enable-features=${[...PLAYWRIGHT_FEATURES, ...features.split(',')].filter(Boolean).join(',')}`,
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
  ];
}
