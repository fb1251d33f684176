import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { errorCode } from './durable/disk-error.ts';

/** Another program already works in this workspace. */
export class WorkspaceBusy extends Error {
  constructor(readonly pid: number) {
    super(`workspace in use by process ${pid}`);
    this.name = 'WorkspaceBusy';
  }
}

/**
 * One host per workspace: two writers would tear the journal. Gives the release; throws WorkspaceBusy. The note of a
 * program that was killed is taken over.
 */
export function lockWorkspace(folder: string): () => void {
  const file = path.join(folder, 'lock');
  const mine = `${process.pid} ${startOf(process.pid)}`;
  const holder = readNote(file);
  if (holder && holder.pid !== process.pid && isRunning(holder)) throw new WorkspaceBusy(holder.pid);
  rmSync(file, { force: true });
  try {
    writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    // somebody else was faster between our look and our note
    if (errorCode(error) === 'EEXIST') throw new WorkspaceBusy(readNote(file)?.pid ?? 0);
    throw error;
  }
  return () => rmSync(file, { force: true });
}

interface Holder {
  readonly pid: number;
  readonly start: string;
}

function readNote(file: string): Holder | undefined {
  try {
    const [pid, start] = readFileSync(file, 'ascii').split(' ');
    return { pid: Number(pid), start: start ?? '' };
  } catch {
    return undefined;
  }
}

function isRunning({ pid, start }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
  return startOf(pid) === start;
}

/** When the process began, so that a reused number is not taken for the old program; '' where the system does not tell. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'ascii');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
