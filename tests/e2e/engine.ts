import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import path from 'node:path';

const SQLITE = 'SQLite format 3\0';

/** The engines that wrote below a folder of IndexedDB, told by what lies on the disk and not by a switch. */
export function enginesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const engines = new Set<string>();
  for (const entry of entries) {
    if (entry.isDirectory() && entry.name.endsWith('.leveldb')) engines.add('leveldb');
    if (entry.isFile() && startsAsSqlite(path.join(entry.parentPath, entry.name))) engines.add('sqlite');
  }
  return [...engines].sort();
}

function startsAsSqlite(file: string): boolean {
  const bytes = Buffer.alloc(SQLITE.length);
  const open = openSync(file, 'r');
  try {
    readSync(open, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(open);
  }
  return bytes.toString('latin1') === SQLITE;
}
