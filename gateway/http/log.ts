/** One line of JSON on stderr. Never personal data: ids of devices and communes, codes and numbers only. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  readonly info: (code: string, fields?: LogFields) => void;
  readonly error: (code: string, fields?: LogFields) => void;
}

export function jsonLog(write: (line: string) => void, now: () => number): Log {
  const line = (level: string, code: string, fields: LogFields = {}) =>
    write(`${JSON.stringify({ time: new Date(now()).toISOString(), level, code, ...fields })}\n`);
  return {
    info: (code, fields) => line('info', code, fields),
    error: (code, fields) => line('error', code, fields),
  };
}
