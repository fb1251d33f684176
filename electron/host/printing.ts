import path from 'node:path';
import type { Host } from '../../shared/host/contract.ts';
import { makeFolder, replaceFile } from './durable/atomic-file.ts';

type PrintJob = Parameters<Host['print']>[0];

/** What can put a stored PDF on paper: a folder, a printer, or the window's own dialog. */
export interface Printer {
  readonly via: 'folder' | 'printer' | 'dialog';
  /** Resolves with how it was printed in the end (a printer may turn out to be missing); rejects with `print-failed`. */
  readonly print: (job: PrintJob) => Promise<{ via: 'folder' | 'printer' | 'dialog' }>;
}

/** For hosts that cannot print: the window shows the document in its own dialog. */
export const dialogPrinter: Printer = { via: 'dialog', print: async () => ({ via: 'dialog' }) };

/** Prints into a folder, one file per print in the order they came; tests and demonstrations by command read them there. */
export function folderPrinter(folder: string): Printer {
  let printed = 0;
  return {
    via: 'folder',
    print: async ({ name, pdf }) => {
      await makeFolder(folder);
      const order = `${Date.now()}-${String(++printed).padStart(3, '0')}`;
      const safe = name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^\.+/, '');
      await replaceFile(path.join(folder, `${order}-${safe.replace(/\.pdf$/i, '') || 'print'}.pdf`), pdf);
      return { via: 'folder' };
    },
  };
}
