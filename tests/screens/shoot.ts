import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';

/**
 * Looks at every screen with fixtures of every state: pictures into a folder, axe on each.
 * Usage: tsx tests/screens/shoot.ts FOLDER [name part]. Exit 1 when axe finds anything.
 */
interface Scene {
  readonly name: string;
  readonly query?: string;
  readonly path?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly act?: (page: Page) => Promise<void>;
}

const first = '019a0001-0000-7000-8000-000000000000';
const attention = '019a0001-0000-7000-8000-000000000008';
const scenes: readonly Scene[] = [
  { name: 'enrolment', query: 'phase=enrolment' },
  {
    name: 'enrolment-secrets',
    query: 'phase=enrolment',
    act: async (page) => {
      await page.setInputFiles('input[type=file]', {
        name: 'a.tram',
        mimeType: 'text/plain',
        buffer: Buffer.from('{}'),
      });
      await page.getByRole('button', { name: /Ghi danh|Enrol and/ }).click();
    },
  },
  { name: 'unlock', query: 'phase=locked' },
  {
    name: 'unlock-wrong',
    query: 'phase=locked&failed=2',
    act: async (page) => {
      await page.keyboard.type('111111');
      await page.keyboard.press('Enter');
    },
  },
  { name: 'failed', query: 'phase=failed' },
  { name: 'home', path: '/quay' },
  { name: 'home-repaired', path: '/quay', query: 'repaired&line=online' },
  { name: 'home-empty', path: '/quay', query: 'count=0&line=online' },
  { name: 'list', path: '/ho-so' },
  { name: 'list-10000', path: '/ho-so', query: 'count=10000&line=sending' },
  {
    name: 'list-none',
    path: '/ho-so',
    act: async (page) => {
      await page.keyboard.press('F3');
      await page.keyboard.type('zzz');
    },
  },
  { name: 'detail', path: `/ho-so/${first}` },
  { name: 'detail-attention', path: `/ho-so/${attention}` },
  {
    name: 'detail-forward',
    path: `/ho-so/${attention}`,
    act: async (page) => {
      await page.keyboard.press('c');
    },
  },
  {
    name: 'detail-file',
    path: `/ho-so/${first}`,
    act: async (page) => {
      await page.getByRole('button', { name: /to-khai/ }).click();
    },
  },
  { name: 'outbox', path: '/dong-bo' },
  { name: 'outbox-empty', path: '/dong-bo', query: 'count=3&line=online' },
  { name: 'keys', path: '/quay', act: (page) => page.keyboard.press('F1') },
  {
    name: 'look',
    path: '/quay',
    act: (page) => page.getByRole('button', { name: /Ngôn ngữ|Language/ }).click(),
  },
  ...['/quay', '/ho-so', `/ho-so/${attention}`, '/dong-bo'].map((where, n) => ({
    name: `small-${n}`,
    path: where,
    size: { width: 1093, height: 582 },
  })),
  { name: 'small-unlock', query: 'phase=locked', size: { width: 1093, height: 582 } },
];

const [folder = 'screens', part = ''] = process.argv.slice(2);
const server = await createServer({
  configFile: false,
  root: import.meta.dirname,
  plugins: [react()],
  logLevel: 'warn',
  server: { port: 0, host: '127.0.0.1', fs: { allow: [path.resolve(import.meta.dirname, '../..')] } },
});
await server.listen();
const origin = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
let faults = 0;
try {
  await mkdir(folder, { recursive: true });
  for (const scene of scenes.filter(({ name }) => name.includes(part)))
    for (const [theme, language] of [
      ['light', 'vi'],
      ['dark', 'vi'],
      ['light', 'en'],
    ] as const)
      faults += await shoot(browser, scene, theme, language);
} finally {
  await browser.close();
  await server.close();
}
console.error(faults === 0 ? 'axe: nothing found' : `axe: ${faults} found`);
process.exitCode = faults === 0 ? 0 : 1;

async function shoot(on: Browser, scene: Scene, theme: string, language: string): Promise<number> {
  const context = await on.newContext({
    viewport: scene.size ?? { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  await context.addInitScript(
    (preferences) => localStorage.setItem('tram.preferences', preferences),
    JSON.stringify({ theme, language }),
  );
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${scene.name}: ${error.message}`));
  await page.goto(`${origin}?${scene.query ?? ''}#${scene.path ?? ''}`);
  await page.locator('h1').first().waitFor();
  await page.waitForTimeout(250);
  await scene.act?.(page);
  await page.waitForTimeout(200);
  await page.screenshot({ path: path.join(folder, `${scene.name}-${theme}-${language}.png`) });
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const violation of violations)
    console.error(
      `${scene.name} ${theme} ${language}: ${violation.id} ${violation.nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join(' | ')}`,
    );
  await context.close();
  return violations.length;
}
