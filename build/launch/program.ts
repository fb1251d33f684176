import { type ChildProcess, spawn } from 'node:child_process';
import { root } from '../steps/root.ts';

const STOP_MS = 8_000;

/** A program the launcher started and will stop. */
export interface Program {
  /** the URL of its `READY` line; rejects with its last words when it ends before */
  readonly ready: Promise<string>;
  readonly ended: Promise<number>;
  readonly stop: () => Promise<void>;
  /** pulls the plug: nothing is told */
  readonly kill: () => Promise<void>;
}

/**
 * Starts a program from the project's root. What it says on stderr goes to ours unless `quiet`, stdout is read for the
 * `READY` line.
 */
export function startProgram(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  quiet = false,
): Program {
  const child = spawn(file, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', quiet ? 'ignore' : 'inherit'],
  });
  const ended = new Promise<number>((resolve) => {
    child.on('error', () => resolve(69));
    child.on('exit', (code) => resolve(code ?? 1));
  });
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { ready: readyUrl(child, ended), ended, stop: () => stop(child, ended), kill };
}

function readyUrl(child: ChildProcess, ended: Promise<number>): Promise<string> {
  let said = '';
  const url = new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      said = (said + part).slice(-4_000);
      const line = /^READY (\S+)$/m.exec(said);
      if (line?.[1]) resolve(line[1]);
    });
    void ended.then((code) => reject(new StoppedEarly(code)));
  });
  // programs that have nothing to announce are simply not asked
  url.catch(() => undefined);
  return url;
}

/** A program ended before it was ready; it has said why on stderr. */
export class StoppedEarly extends Error {
  constructor(readonly code: number) {
    super(`ended with ${code} before it was ready`);
    this.name = 'StoppedEarly';
  }
}

async function stop(child: ChildProcess, ended: Promise<number>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(timer);
}
