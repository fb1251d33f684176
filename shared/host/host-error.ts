/** Every expected failure of the host. The code survives IPC and HTTP as `HostError:<code>:<detail>` in the message. */
export type HostErrorCode =
  | 'method-unknown'
  | 'arguments-invalid'
  | 'answer-invalid'
  | 'sender-refused'
  | 'host-gone'
  | 'not-in-this-workspace'
  | 'disk-full'
  | 'disk-failed'
  | 'file-missing'
  | 'journal-damaged'
  | 'journal-moved'
  | 'vault-damaged'
  | 'machine-secret-lost'
  | 'line-unreachable'
  | 'line-timeout'
  | 'answer-too-large'
  | 'print-failed';

export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    readonly detail = '',
  ) {
    super(`HostError:${code}:${detail}`);
    this.name = 'HostError';
  }
}

const pattern = /HostError:([a-z-]+):([\s\S]*)$/;

/** Reads a HostError back from an error that crossed a process boundary (Electron keeps only the message, with a prefix). */
export function asHostError(error: unknown): HostError | undefined {
  if (error instanceof HostError) return error;
  const match = pattern.exec(error instanceof Error ? error.message : String(error));
  return match ? new HostError(match[1] as HostErrorCode, match[2]) : undefined;
}
