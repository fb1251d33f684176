import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { inRoot } from '../../build/steps/root.ts';
import { expect, type SpecOffice } from './fixtures.ts';

/** What the specs' clerk of an office chose. */
export const PASSPHRASE = 'mưa rơi trên mái ngói';

/** What a province does for a new machine, with its own command. */
export function enrolmentFile(office: SpecOffice): string {
  const out = path.join(office.folders.root, 'ghi-danh.json');
  const clerk = 'thu.nt:Nguyễn Thị Thử:reception,processing';
  const args = ['--commune', 'H99.01', '--device', 'Quầy thử', '--clerk', clerk, '--out', out];
  const url = ['--gateway-url', office.gatewayUrl];
  execFileSync(process.execPath, ['--import', 'tsx', inRoot('build/cli/tram.ts'), 'enrol', ...args, ...url], {
    cwd: inRoot(),
    env: { ...process.env, TRAM_GATEWAY_DIR: office.folders.gateway, DATABASE_URL: '' },
    stdio: 'pipe',
  });
  return out;
}

/** Right after enrolment the machine is either open or asks for the new passphrase. */
export async function opened({ page }: SpecOffice): Promise<void> {
  const line = page.locator('[data-line]').first();
  const door = page.getByRole('heading', { name: 'Mời chọn người trực' });
  await expect(line.or(door).first()).toBeVisible({ timeout: 30_000 });
  if (!(await door.isVisible())) return;
  await page.locator('input[type=password]').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(line).toBeVisible({ timeout: 30_000 });
}
