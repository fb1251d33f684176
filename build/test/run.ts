import { runSteps } from '../steps/run-steps.ts';
import type { Step } from '../steps/step.ts';
import { exitCodeOf, summaryOf, tableOf } from '../steps/summary.ts';
import { staticSteps } from '../verify/static-steps.ts';
import { buildStep } from './build-step.ts';
import { chromiumOrFetch } from './fetch-chromium.ts';
import { findElectron } from './find-electron.ts';
import { findPostgres } from './find-postgres.ts';
import { notRunStep, playwrightStep } from './playwright-step.ts';
import { vitestStep } from './vitest-step.ts';

const noChromium =
  'no Chromium on this machine and none could be fetched; install chromium or set CHROMIUM to its path';
const noElectron =
  'the real Electron binary is not on this machine; fetch it with "npx install-electron" or set ELECTRON_BIN';
const noPostgres =
  'no PostgreSQL 15 or later on this machine; install the package postgresql or set POSTGRES_BIN to its bin folder';

async function screenSteps(env: Readonly<Record<string, string>>): Promise<Step[]> {
  const chromium = await chromiumOrFetch();
  const electron = findElectron();
  const withBrowser = { ...env, ...(chromium === undefined ? {} : { CHROMIUM: chromium }) };
  return [
    chromium === undefined ? notRunStep('web', noChromium) : playwrightStep('web', withBrowser),
    chromium === undefined ? notRunStep('double', noChromium) : playwrightStep('double', withBrowser),
    electron === undefined
      ? notRunStep('desktop', noElectron)
      : playwrightStep('desktop', { ...withBrowser, ELECTRON_BIN: electron }),
  ];
}

/** Says so when the gateway's contract ran on the embedded database only. */
const postgresStep = (bin: string | undefined): Step => ({
  name: 'postgresql',
  run: async () =>
    bin === undefined
      ? { passed: 0, failed: 0, notRun: { count: 1, why: noPostgres }, detail: `not run: ${noPostgres}` }
      : { passed: 1, failed: 0, detail: `throw-away clusters of ${bin}` },
});

const full = process.argv.includes('--full');
const postgres = findPostgres();
const env = { ...(full ? { FULL: '1' } : {}), ...(postgres === undefined ? {} : { POSTGRES_BIN: postgres }) };
const finished = await runSteps([
  ...staticSteps,
  vitestStep('unit', env),
  postgresStep(postgres),
  vitestStep('contract', env),
  buildStep,
  ...(full ? [vitestStep('package', env)] : []),
  ...(await screenSteps(env)),
]);
console.log(tableOf(finished));
process.exitCode = exitCodeOf(finished, process.env.CI === 'true', ['desktop']);
console.log(summaryOf(finished));
