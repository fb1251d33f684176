import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Tests that read a PDF with other people's programs need poppler-utils; under CI they must not be left out. */
export const readsPdf: boolean =
  process.env.CI === 'true' || spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error === undefined;

function withFile<T>(pdf: Uint8Array, read: (file: string) => T): T {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tram-pdf-'));
  try {
    const file = path.join(folder, 'form.pdf');
    writeFileSync(file, pdf);
    return read(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text a citizen's reader would select, runs of blanks and line ends as one blank. */
export const pdfText = (pdf: Uint8Array): string =>
  withFile(pdf, (file) =>
    execFileSync('pdftotext', [file, '-'], { encoding: 'utf8', maxBuffer: 10_000_000 }).replace(/\s+/g, ' '),
  );

/** Fields of pdfinfo. */
export const pdfInfo = (pdf: Uint8Array): Readonly<Record<string, string>> =>
  withFile(pdf, (file) =>
    Object.fromEntries(
      execFileSync('pdfinfo', [file], { encoding: 'utf8' })
        .split('\n')
        .map((line) => /^([^:]+):\s*(.*)$/.exec(line))
        .flatMap((match) => (match?.[1] ? [[match[1], match[2] ?? '']] : [])),
    ),
  );
