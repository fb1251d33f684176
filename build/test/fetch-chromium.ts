import { existsSync } from 'node:fs';
import { nodeTool } from '../steps/node-tool.ts';
import { runCommand } from '../steps/run-command.ts';
import { findChromium } from './find-chromium.ts';

const isDebianRoot = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

async function byApt(): Promise<void> {
  console.log('No Chromium here: installing the package "chromium" with apt-get.');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update', '-qq'], { env });
  await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    env,
    live: true,
  });
}

async function byPlaywright(): Promise<void> {
  console.log('No Chromium here: trying the download of Playwright.');
  await nodeTool('playwright', ['install', 'chromium'], { live: true });
}

/** Finds a Chromium, fetching one where this machine may; undefined when neither works. Says what it does. */
export async function chromiumOrFetch(): Promise<string | undefined> {
  const found = findChromium();
  if (found !== undefined) return found;
  if (isDebianRoot()) await byApt();
  if (findChromium() === undefined) await byPlaywright();
  return findChromium();
}
