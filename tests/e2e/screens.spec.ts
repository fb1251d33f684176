import { goTo, liveIn } from '../../build/cli/screens/lived-in.ts';
import { doorScenes, workScenes } from '../../build/cli/screens/scenes.ts';
import { DEMONSTRATION } from '../../shared/host/demonstration.ts';
import { expect, test } from './fixtures.ts';
import { accessible, fits, listenForComplaints } from './seen-well.ts';

test.use({ gatewaySeed: 1 });

/** On the double the same page costs more: the screens with parts of their own are enough. */
const enoughOnDouble = new Set([
  'home',
  'list-all',
  'dossier-unsent',
  'dossier-forward',
  'outbox',
  'reception-filled',
  'reception-received',
  'unlock',
]);
/** Tabs of the list differ in their rows alone: one language is enough. */
const sameWords = /^list-(open|due-soon|overdue|supplement|to-return|waiting)$/;

test('every screen can be read and reached by everybody, light and dark, in both languages', async ({
  office,
  target,
}) => {
  test.setTimeout(900_000);
  const { page } = office;
  const complaints = await listenForComplaints(page);
  await liveIn(office);
  page.setDefaultTimeout(15_000);
  for (const language of target === 'web' ? (['vi', 'en'] as const) : (['vi'] as const)) {
    if (language === 'en') await speakEnglish();
    for (const scene of [...workScenes, ...doorScenes])
      await test.step(`${scene.name} (${language})`, async () => {
        await scene.show(page);
        if (target !== 'web' && !enoughOnDouble.has(scene.name)) return;
        if (language === 'en' && sameWords.test(scene.name)) return;
        // colours do not depend on the words
        await accessible(
          page,
          `${scene.name} (${language})`,
          language === 'vi' ? ['light', 'dark'] : ['light'],
        );
        await fits(page, `${scene.name} (${language})`);
      });
  }
  expect(complaints.all).toEqual([]);

  async function speakEnglish(): Promise<void> {
    await page.evaluate(() =>
      localStorage.setItem('tram.preferences', JSON.stringify({ language: 'en', theme: 'system' })),
    );
    await page.reload();
    await page.locator('input[type=password]').fill(DEMONSTRATION.pin);
    await page.keyboard.press('Enter');
    await page.locator('[data-line]').first().waitFor();
    await goTo(page, '/quay');
  }
});
