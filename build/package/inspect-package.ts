import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { asarFiles } from './asar-files.ts';
import { shippedLocales } from './builder-config.ts';
import { type FuseName, readFuses } from './fuses.ts';

const megabyte = 1_000_000;
/** Our own part; fonts for forms and screen are most of it. */
const largestArchive = 25 * megabyte;

const wantedFuses: Readonly<Partial<Record<FuseName, boolean>>> = {
  runAsNode: false,
  cookieEncryption: true,
  nodeOptions: false,
  nodeCliInspect: false,
  embeddedAsarIntegrity: true,
  onlyLoadAppFromAsar: true,
  fileProtocolPrivileges: false,
};

export interface PackageFindings {
  readonly files: readonly string[];
  readonly archiveBytes: number;
  readonly locales: readonly string[];
  readonly fuses: Partial<Record<FuseName, boolean>>;
  /** empty when the package is as it should be */
  readonly faults: readonly string[];
}

const wantedFiles = [
  'package.json',
  'dist/main/main.cjs',
  'dist/preload/preload.cjs',
  'dist/renderer/index.html',
];
const allowed = /^(package\.json|dist\/(main|preload|renderer)\/.+)$/;

function fileFaults(files: readonly string[]): string[] {
  return [
    ...wantedFiles.filter((file) => !files.includes(file)).map((file) => `missing in the archive: ${file}`),
    ...files.filter((file) => !allowed.test(file)).map((file) => `does not belong into the archive: ${file}`),
    ...files.filter((file) => file.endsWith('.map')).map((file) => `source map in the archive: ${file}`),
    ...files.filter((file) => file.includes('dist/web')).map((file) => `web host in the archive: ${file}`),
  ];
}

function fuseFaults(fuses: Partial<Record<FuseName, boolean>>): string[] {
  return Object.entries(wantedFuses)
    .filter(([name, wanted]) => fuses[name as FuseName] !== wanted)
    .map(([name, wanted]) => `fuse ${name} should be ${wanted ? 'on' : 'off'}`);
}

/** Looks into an unpacked Linux package: archive contents, size, locales, and the fuses as they stand in the program. */
export async function inspectPackage(folder: string): Promise<PackageFindings> {
  const archive = path.join(folder, 'resources/app.asar');
  const files = await asarFiles(archive);
  const archiveBytes = (await stat(archive)).size;
  const locales = (await readdir(path.join(folder, 'locales'))).sort();
  const fuses = readFuses(await readFile(path.join(folder, 'tram')));
  const wantedLocales = shippedLocales.map((locale) => `${locale}.pak`).sort();
  const faults = [...fileFaults(files), ...fuseFaults(fuses)];
  if (locales.join() !== wantedLocales.join()) faults.push(`locales: ${locales.join(', ')}`);
  if (archiveBytes > largestArchive) faults.push(`archive of ${(archiveBytes / megabyte).toFixed(1)} MB`);
  return { files, archiveBytes, locales, fuses, faults };
}
