import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fillIn, finish, unlock } from '../../../build/cli/demo/clerk.ts';
import { samplePdf } from '../../../gateway/demo/sample-pdf.ts';
import { draftSaved, everythingSent, field } from '../at-work.ts';
import { expect, type SpecOffice, test } from '../fixtures.ts';
import { type Person, person } from '../people.ts';

test('files come by dropping, choosing, scanner and camera, and the draft with them survives reload and power cut', async ({
  office,
}) => {
  test.setTimeout(240_000);
  const who = person(7);
  await unlock(office.page);
  const started = { qr: who.qr, phone: who.phone, procedure: 'kết hôn' };
  expect(await fillIn(office.page, started, office.folders.scan)).toBeUndefined();
  await dropFile(office, 0, 'tha-vao.pdf');
  await expect(attached(office)).toHaveCount(1);
  await chooseFile(office, 1, 'chon.pdf');
  await expect(attached(office)).toHaveCount(2);
  await test.step('F6 takes what lies in the scan folder', async () => {
    const file = path.join(office.folders.root, 'quet.pdf');
    writeFileSync(file, samplePdf('scanned'));
    await office.page.locator('[data-paper-tick]').first().focus();
    copyFileSync(file, path.join(office.folders.scan, 'quet.pdf'));
    await expect(async () => {
      await office.page.keyboard.press('F6');
      await expect(attached(office)).toHaveCount(3, { timeout: 700 });
    }).toPass({ timeout: 20_000 });
  });
  await test.step('F7 photographs a page and attaches it as PDF', () => photograph(office));
  await expect(attached(office)).toHaveCount(4);
  await draftSaved(office.page);

  await test.step('after a reload', async () => {
    await office.page.reload();
    await unlock(office.page);
    await draftIsBack(office, who, 4);
  });
  await test.step('after a power cut', async () => {
    await office.powerCut();
    await unlock(office.page);
    await draftIsBack(office, who, 4);
  });
  expect(await finish(office.page)).toMatchObject({ kind: 'received' });
  await everythingSent(office.page);
  const [dossier] = await office.province.dossiers();
  expect(dossier).toMatchObject({ applicant: who.name, missingAttachments: [] });
  expect((await office.province.counts()).attachments).toBe(5);
});

const attached = ({ page }: SpecOffice) => page.getByRole('button', { name: /^Gỡ tệp / });

async function dropFile({ page }: SpecOffice, row: number, name: string): Promise<void> {
  const bytes = [...samplePdf('dropped')];
  const transfer = await page.evaluateHandle(
    ({ content, fileName }) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], fileName, { type: 'application/pdf' }));
      return data;
    },
    { content: bytes, fileName: name },
  );
  const target = page.locator('tr:has([data-attach])').nth(row);
  await target.dispatchEvent('dragover', { dataTransfer: transfer });
  await target.dispatchEvent('drop', { dataTransfer: transfer });
}

async function chooseFile({ page }: SpecOffice, row: number, name: string): Promise<void> {
  const buffer = Buffer.from(samplePdf('chosen'));
  const inputs = page.locator('[data-attach]');
  await inputs
    .nth(Math.min(row, (await inputs.count()) - 1))
    .setInputFiles({ name, mimeType: 'application/pdf', buffer });
}

async function photograph({ page }: SpecOffice): Promise<void> {
  await page.locator('[data-paper-tick]').first().focus();
  await page.keyboard.press('F7');
  const dialog = page.getByRole('dialog', { name: 'Chụp giấy tờ' });
  await dialog.getByRole('button', { name: 'Chụp', exact: true }).click({ timeout: 30_000 });
  const flatten = dialog.getByRole('button', { name: 'Làm phẳng trang' });
  const keep = dialog.getByRole('button', { name: 'Giữ trang này' });
  await expect(flatten.or(keep)).toBeVisible({ timeout: 30_000 });
  if (await flatten.isVisible()) await flatten.click();
  await keep.click({ timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Gắn 1 trang' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: /^Gỡ tệp Anh-chup-.*\.pdf$/ })).toBeVisible();
}

async function draftIsBack(office: SpecOffice, who: Person, files: number): Promise<void> {
  await office.page.keyboard.press('F2');
  await expect(field(office.page, 'name')).toHaveValue(who.name);
  await expect(field(office.page, 'phone')).toHaveValue(who.phone);
  await expect(attached(office)).toHaveCount(files);
}
