import { existsSync } from 'node:fs';
import { inRoot } from '../steps/root.ts';
import { inspectPackage } from './inspect-package.ts';

/** `npm run package:verify`: 0 when release/linux-unpacked is as it should be, 1 when not, 69 when there is none. */
const folder = inRoot('release/linux-unpacked');
if (existsSync(folder)) {
  const found = await inspectPackage(folder);
  const on = Object.entries(found.fuses).map(([name, state]) => `${name} ${state ? 'on' : 'off'}`);
  console.log(found.files.join('\n'));
  console.log(`archive: ${(found.archiveBytes / 1_000_000).toFixed(1)} MB in ${found.files.length} files`);
  console.log(`locales: ${found.locales.join(', ')}\nfuses: ${on.join(', ')}`);
  console.log(found.faults.length === 0 ? 'package: as it should be' : found.faults.join('\n'));
  process.exitCode = found.faults.length === 0 ? 0 : 1;
} else {
  console.error('There is no release/linux-unpacked; make it with: npm run package:dir');
  process.exitCode = 69;
}
