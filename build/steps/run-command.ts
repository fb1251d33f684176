import { spawn } from 'node:child_process';
import { root } from './root.ts';

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** show the output while it comes, besides collecting it */
  readonly live?: boolean;
}

export interface CommandResult {
  readonly code: number;
  readonly output: string;
}

/** Runs a program from the project's root; answers its exit code and all it wrote, both streams in order. */
export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const parts: Buffer[] = [];
    const take = (part: Buffer) => {
      parts.push(part);
      if (options.live) process.stdout.write(part);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(parts).toString('utf8') }));
  });
}
