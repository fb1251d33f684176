/** A program of its own that appends without end and says what was acknowledged; killed by host-kill.test.ts. */
import { randomBytes, randomUUID } from 'node:crypto';
import { createJournal } from '../../electron/host/journal/journal.ts';

const journal = createJournal(process.argv[2] ?? '');
let after = '0';
for (;;) {
  const commandId = randomUUID();
  const sealed = randomBytes(200 + Math.floor(Math.random() * 60_000));
  const { index, hash } = await journal.journalAppend({ commandId, month: '2026-11', sealed, after });
  after = hash;
  process.stdout.write(`${index} ${commandId}\n`);
}
