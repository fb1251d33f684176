import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { chromiumCandidates, findChromium } from './find-chromium.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'find-chromium-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the Chromium of the tests', () => {
  it('is the one somebody named', () => {
    expect(findChromium({ CHROMIUM: process.execPath, PATH: '' })).toBe(process.execPath);
  });

  it('is looked for in the system before Playwright’s own downloads, newest first', () => {
    for (const build of ['chromium-1100', 'chromium-1200', 'firefox-9'])
      mkdirSync(path.join(folder, build), { recursive: true });
    const found = chromiumCandidates({ PLAYWRIGHT_BROWSERS_PATH: folder, PATH: '/opt/x' });
    const at = (part: string) => found.findIndex((file) => file.includes(part));
    expect(at('/usr/bin/chromium')).toBe(0);
    expect(at('/opt/x')).toBeGreaterThan(0);
    expect(at('chromium-1200')).toBeGreaterThan(at('/opt/x'));
    expect(at('chromium-1100')).toBeGreaterThan(at('chromium-1200'));
    expect(at('firefox')).toBe(-1);
  });
});
