import { defineConfig } from '@playwright/test';

/** Where the same specs run: loopback host in Chromium, Electron double, real Electron. */
export interface TargetOption {
  readonly target: 'web' | 'double' | 'desktop';
}

const full = process.env.FULL === '1';
const targets = process.env.ELECTRON_BIN
  ? (['web', 'double', 'desktop'] as const)
  : (['web', 'double'] as const);

/** A spec says in its title what it is for: @full is left to `npm run test:full`, @web and @double to that target. */
const leftOut = (target: TargetOption['target']): RegExp[] => [
  ...(full ? [] : [/@full/]),
  ...(target === 'web' ? [] : [/@web/]),
  ...(target === 'double' ? [] : [/@double/]),
];

export default defineConfig<TargetOption>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env.CI === 'true',
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: { trace: 'off', video: 'off', screenshot: 'only-on-failure' },
  projects: targets.map((target) => ({ name: target, grepInvert: leftOut(target), use: { target } })),
});
