import { operationBytes } from '../../../shared/domain/operation.ts';
import type { Office } from '../boot/office.ts';
import { markWrite, readMark } from '../store/marks.ts';
import { openOperation } from '../store/refold.ts';
import { sealRow } from '../store/sealed-row.ts';
import type { Write } from '../store/work-store.ts';
import type { JournalEntry } from './journal-entry.ts';

/**
 * Puts every kept operation under a new epoch: a new device envelope (epoch, seq, prev, device signature) in the former
 * order; id, act and clerk signature stay, and so do verdicts already given. The old chain stays in the journal as evidence.
 */
export async function epochWrites(
  office: Office,
  entry: Extract<JournalEntry, { kind: 'epoch' }>,
): Promise<readonly Write[]> {
  const writes: Write[] = [];
  const chain = await readMark(office.store, 'chain');
  let head = '0';
  let seq = 0;
  for (const id of entry.operations) {
    const row = await office.store.get('operations', id);
    if (!row) continue;
    const { operation, signed } = await openOperation(office.machine.dataKey, row);
    seq += 1;
    const bytes = operationBytes({
      ...operation,
      epoch: entry.epoch,
      seq,
      prev: head as typeof operation.prev,
    });
    const again = {
      bytes,
      signature: await office.machine.device.sign(bytes),
      clerkSignature: signed.clerkSignature,
    };
    head = await office.digest.sha256(bytes);
    const rev = row.rev + 1;
    const c = await sealRow(office.machine.dataKey, 'operations', id, rev, again);
    writes.push({ put: 'operations', row: { ...row, rev, epoch: entry.epoch, seq, c } });
  }
  writes.push(markWrite('chain', { ...chain, epoch: entry.epoch, seq, head }));
  return writes;
}

/** Ids of every kept operation in the order they were written. */
export async function keptOperations(office: Office): Promise<readonly string[]> {
  const rows = [...(await office.store.all('operations'))];
  return rows.sort((a, b) => a.epoch - b.epoch || a.seq - b.seq).map(({ id }) => id);
}
