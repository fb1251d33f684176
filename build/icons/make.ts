import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { inRoot } from '../steps/root.ts';
import { chromiumOrFetch } from '../test/fetch-chromium.ts';
import { type IconImage, icoOf } from './ico.ts';

/** `npm run icons`: PNG and ICO from build/icons/tram.svg, drawn by Chromium. The results are committed. */
const sizes = [16, 32, 48, 64, 128, 256, 512] as const;

async function draw(svg: string): Promise<IconImage[]> {
  const executablePath = await chromiumOrFetch();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const images: IconImage[] = [];
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
      images.push({ size, png: await page.screenshot({ omitBackground: true }) });
    }
    return images;
  } finally {
    await browser.close();
  }
}

const images = await draw(await readFile(inRoot('build/icons/tram.svg'), 'utf8'));
await mkdir(inRoot('build/icons/linux'), { recursive: true });
for (const { size, png } of images) await writeFile(inRoot(`build/icons/linux/${size}x${size}.png`), png);
await writeFile(inRoot('build/icons/tram.ico'), icoOf(images.filter((image) => image.size <= 256)));
