import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { officeFolders, openOffice } from '../demo/office.ts';
import { webCounters } from '../demo/web-counter.ts';
import { liveIn } from './lived-in.ts';
import { doorScenes, workScenes } from './scenes.ts';

const out = process.argv[2] ?? '/tmp/R1b-shots';
mkdirSync(out, { recursive: true });
const office = await openOffice(officeFolders(mkdtempSync(path.join(tmpdir(), 'tram-screens-'))), {
  open: await webCounters('/usr/bin/chromium'),
  seed: 1,
  quiet: true,
  gateway: { TRAM_GATEWAY_SEED: '1' },
});
const t0 = Date.now();
try {
  office.page.setDefaultTimeout(8000);
  await liveIn(office);
  console.log('lived', Date.now() - t0);
  for (const lang of ['vi', 'en']) {
    const page = office.page;
    if (lang === 'en') {
      await page.evaluate(() =>
        localStorage.setItem('tram.preferences', JSON.stringify({ language: 'en', theme: 'system' })),
      );
      await page.reload();
      await page.locator('input[type=password]').fill('246810');
      await page.keyboard.press('Enter');
      await page.locator('[data-line]').first().waitFor();
    }
    for (const scene of [...workScenes, ...doorScenes]) {
      try {
        await scene.show(page);
      } catch (e) {
        console.log(scene.name, String(e).slice(0, 300));
      }
      await page.waitForTimeout(250);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.waitForTimeout(60);
        await page.screenshot({ path: `${out}/${scene.name}-${lang}-${colorScheme}.png` });
      }
    }
  }
  console.log('all', Date.now() - t0);
} catch (e) {
  console.log(e);
  await office.page.screenshot({ path: `${out}/fault.png` });
}
await office.close();
