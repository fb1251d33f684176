import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fuseWire } from './fuses.ts';

/** Fuses as a fresh Electron binary has them, all the other way round from ours where that can be told apart. */
const freshFuses = '101101010';

/**
 * A folder that stands for Electron's own where its binary cannot be had: enough for the packager to trim locales, write
 * the archive and flip fuses. It does not start. Answers the folder; the caller removes it.
 */
export async function makeStandInDist(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'electron-stand-in-'));
  const program = Buffer.concat([
    Buffer.from('not a program: stand-in for packaging checks\n'),
    fuseWire(freshFuses),
  ]);
  await writeFile(path.join(folder, 'electron'), program);
  await chmod(path.join(folder, 'electron'), 0o755);
  await mkdir(path.join(folder, 'locales'));
  for (const locale of ['vi', 'en-US', 'de', 'fr'])
    await writeFile(path.join(folder, 'locales', `${locale}.pak`), locale);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version'])
    await writeFile(path.join(folder, name), '45.4.1');
  return folder;
}
