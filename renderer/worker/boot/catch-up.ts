import { applyEntry } from '../journal/apply-entry.ts';
import { openRecord } from '../journal/journal.ts';
import { readMark } from '../store/marks.ts';
import type { Office } from './office.ts';

const STEP = 100;

/** Brings every journal record after the database's last one into it; answers how many acts that were. */
export async function catchUp(office: Office): Promise<number> {
  const { count } = await office.host.journalHead();
  let { index } = await readMark(office.store, 'journal');
  let acts = 0;
  while (index < count) {
    const records = await office.host.journalRead({ from: index + 1, limit: STEP });
    if (records.length === 0) throw new Error('journal ends before its count');
    for (const record of records) {
      if (record.index !== index + 1) throw new Error(`journal record ${index + 1} is missing`);
      const entry = await openRecord(office.machine, record);
      await applyEntry(office, record, entry);
      if (entry.kind === 'act') acts += 1;
      index = record.index;
    }
  }
  office.behind.value = false;
  return acts;
}
