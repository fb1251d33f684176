import { execFileSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { discard, fillIn } from '../../../build/cli/demo/clerk.ts';
import { samplePdf } from '../../../gateway/demo/sample-pdf.ts';
import { viErrors } from '../../../renderer/text/errors.vi.ts';
import { expect, type SpecOffice, test } from '../fixtures.ts';
import { person } from '../people.ts';

const who = person(0);

/** A bad file is refused at its paper with the reason, and none is attached. */
export async function badFilesAtTheCounter({ page, folders }: SpecOffice): Promise<void> {
  const started = { qr: who.qr, phone: who.phone, procedure: 'kết hôn' };
  expect(await fillIn(page, started, folders.scan)).toBeUndefined();
  for (const [code, file] of badFiles(folders.root))
    await test.step(`${code}: ${path.basename(file)}`, async () => {
      await choose(page, file);
      const told = page.locator('main [role=alert]');
      await expect(told).toContainText(viErrors[code].heading);
      await expect(told).toContainText(viErrors[code].action);
      await expect(page.getByRole('button', { name: /^Gỡ tệp / })).toHaveCount(0);
    });
  await discard(page);
  await expect(page.locator('[data-discard]')).toBeHidden();
}

/** Chooses a file by its path on this disk, however large: Playwright itself copies none above 50 MB to a foreign browser. */
async function choose(page: Page, file: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', {
    expression: "document.querySelector('[data-attach]')",
  });
  await session.send('DOM.setFileInputFiles', { files: [file], objectId: result.objectId ?? '' });
  await session.detach();
}

type FileFault =
  | 'file-empty'
  | 'pdf-encrypted'
  | 'file-mislabelled'
  | 'file-damaged'
  | 'file-too-large'
  | 'file-type-refused';

/** Files no office should take, made where nobody else looks. */
function badFiles(folder: string): readonly (readonly [FileFault, string])[] {
  const make = (name: string, bytes: Uint8Array | string): string => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };
  const whole = Buffer.from(samplePdf('sample'));
  const plain = make('plain.pdf', whole);
  const locked = path.join(folder, 'khoa.pdf');
  execFileSync('qpdf', ['--encrypt', 'mat', 'khau', '256', '--', plain, locked]);
  const huge = make('to.pdf', whole);
  truncateSync(huge, 200 * 1024 * 1024);
  return [
    ['file-empty', make('rong.pdf', '')],
    ['pdf-encrypted', locked],
    ['file-mislabelled', make('anh.jpg', whole)],
    ['file-mislabelled', make('chuong-trinh.pdf', 'MZ\u0090\u0000 not a document at all')],
    ['file-type-refused', make('bang.xlsx', 'PK\u0003\u0004')],
    ['file-damaged', make('cut.pdf', whole.subarray(0, Math.floor(whole.length / 2)))],
    ['file-too-large', huge],
  ];
}
