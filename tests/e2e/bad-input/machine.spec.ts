import { discard, fillIn, finish, unlock } from '../../../build/cli/demo/clerk.ts';
import { scanCard } from '../../../build/cli/demo/scanner.ts';
import { samplePdf } from '../../../gateway/demo/sample-pdf.ts';
import { viErrors } from '../../../renderer/text/errors.vi.ts';
import { viIntake } from '../../../renderer/text/vi.intake.ts';
import { everythingSent, field, receive } from '../at-work.ts';
import { expect } from '../fixtures.ts';
import { person, withoutFiles } from '../people.ts';
import { deliver } from './deliver.ts';
import { clockOffBy, test } from './troubled-office.ts';

test('a clock set back, a day without rules and a disk nearly full are told and lose nothing @web', async ({
  troubled,
}) => {
  test.setTimeout(180_000);
  const { hostEnv } = troubled;
  await unlock(troubled.page);
  await receive(troubled.page, withoutFiles(person(1)), troubled.folders.scan);
  await everythingSent(troubled.page);
  troubled.proxy.spoil('nothing');
  await test.step('two days back: the due moment is only expected, with the reason', async () => {
    await startWith({ NODE_OPTIONS: clockOffBy(-2) });
    const { page } = troubled;
    expect(await fillIn(page, withoutFiles(person(2)), troubled.folders.scan)).toBeUndefined();
    await expect(page.locator('main')).toContainText(viIntake.receipt.expected);
    await expect(page.locator('main')).toContainText(viIntake.receipt.reasons['clock-untrusted']);
    expect(await finish(page)).toMatchObject({ kind: 'received' });
  });
  await test.step('ten years back: no rules for that day, and F9 writes nothing', async () => {
    await startWith({ NODE_OPTIONS: clockOffBy(-3650) });
    const { page } = troubled;
    await page.keyboard.press('F2');
    await scanCard(page, person(3).qr);
    await expect(field(page, 'name')).toHaveValue(person(3).name);
    await page.keyboard.press('F9');
    await expect(page.locator('main')).toContainText(/bộ quy (tắc|định) cho ngày/);
    await expect(page.locator('[data-provisional-code]')).toBeHidden();
    await discard(page);
  });
  await test.step('little room: no files, but dossiers', async () => {
    await startWith({ TRAM_FAKE_FREE_BYTES: String(40 * 1024 * 1024) });
    const { page } = troubled;
    const started = { qr: person(4).qr, phone: person(4).phone, procedure: 'kết hôn' };
    expect(await fillIn(page, started, troubled.folders.scan)).toBeUndefined();
    await page
      .locator('[data-attach]')
      .first()
      .setInputFiles({
        name: 'to-khai.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from(samplePdf('sample')),
      });
    await expect(page.locator('main [role=alert]')).toContainText(viErrors['disk-no-attachments'].heading);
    expect(await finish(page)).toMatchObject({ kind: 'received' });
  });
  await test.step('no room: F9 is refused and the draft stays', async () => {
    await startWith({ TRAM_FAKE_FREE_BYTES: String(1024 * 1024) });
    const { page } = troubled;
    expect(await fillIn(page, withoutFiles(person(5)), troubled.folders.scan)).toBeUndefined();
    await page.keyboard.press('F9');
    await expect(page.locator('main [role=alert]').first()).toContainText(viErrors['disk-full'].heading);
    await expect(field(page, 'name')).toHaveValue(person(5).name);
  });
  await test.step('all that was received arrives', async () => {
    await startWith({});
    troubled.proxy.spoil('good');
    await deliver(troubled.page);
    const arrived = (await troubled.province.dossiers()).map(({ applicant }) => applicant);
    expect(arrived.sort()).toEqual([1, 2, 4].map((n) => person(n).name).sort());
  });

  async function startWith(env: Record<string, string>): Promise<void> {
    await troubled.restart(async () => {
      for (const key of Object.keys(hostEnv)) delete hostEnv[key];
      Object.assign(hostEnv, env);
    });
    await unlock(troubled.page);
  }
});
