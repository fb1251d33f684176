import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createScanFolder } from '../../electron/host/scanning/scan-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export function watched() {
  const root = temporaryFolder();
  const folder = path.join(root, 'quet');
  mkdirSync(folder);
  const told: number[] = [];
  const scan = createScanFolder(folder, path.join(root, 'taken'), (count) => told.push(count));
  onTestFinished(scan.close);
  return { root, folder, told, scan };
}
