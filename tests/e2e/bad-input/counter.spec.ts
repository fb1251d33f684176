import { unlock } from '../../../build/cli/demo/clerk.ts';
import { test } from '../fixtures.ts';
import { badFields } from './fields.ts';
import { badFilesAtTheCounter } from './files.ts';
import { spoiltScans } from './scans.ts';

test('bad scans, files and fields are named in plain words and change nothing', async ({ office }) => {
  test.setTimeout(240_000);
  await unlock(office.page);
  await test.step('scans', () => spoiltScans(office.page));
  await test.step('files', () => badFilesAtTheCounter(office));
  await test.step('fields', () => badFields(office));
});
