import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createJournal } from '../../electron/host/journal/journal.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Lets a writer run until `enough` appends are acknowledged, kills it in mid-write, and gives what it had acknowledged. */
function writeAndKill(folder: string, enough: number): Promise<readonly string[]> {
  const writer = path.join(import.meta.dirname, 'journal-writer.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', writer, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said += part;
    if (said.split('\n').length > enough) child.kill('SIGKILL');
  });
  return new Promise((resolve) => {
    child.on('close', () => resolve(said.split('\n').slice(0, -1)));
  });
}

test('a program killed while it writes loses nothing it has acknowledged, three times over', async () => {
  const folder = temporaryFolder();
  const acknowledged: string[] = [];
  for (const enough of [5, 60, 130]) {
    acknowledged.push(...(await writeAndKill(folder, enough)));
    const journal = createJournal(folder);
    const { count, witness } = await journal.journalHead();
    expect(count).toBeGreaterThanOrEqual(acknowledged.length);
    expect(witness).toBe(count);
    for (const line of acknowledged) {
      const [index, commandId] = line.split(' ');
      expect((await journal.journalFind(commandId ?? ''))?.index).toBe(Number(index));
    }
    await journal.close();
  }
}, 60_000);
