import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type OfficeFolders, officeFolders } from '../office.ts';

/** What an earlier day left beside the reader's own files: screenshots and slips carry these names. */
const OURS = { screens: /^\d{2,}-[a-z0-9-]+\.png$/, receipts: /^\d{13}-.*\.pdf$/ } as const;

/** Makes the folder of a day ready. Only what an earlier day left there goes: the day file and its papers may lie in it. */
export function freshFolders(out: string): OfficeFolders {
  for (const name of ['machines', 'report.json', 'index.html'])
    rmSync(path.join(out, name), { recursive: true, force: true });
  const folders = officeFolders(out);
  for (const [name, ours] of Object.entries(OURS)) {
    const folder = path.join(out, name);
    for (const file of readNames(folder)) if (ours.test(file)) rmSync(path.join(folder, file));
  }
  return folders;
}

function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
