import { execFile } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const tram = (...args: readonly string[]) =>
  new Promise<{ code: number; out: string; errors: string }>((resolve) => {
    const file = path.join(import.meta.dirname, 'tram.ts');
    execFile(process.execPath, ['--import', 'tsx', file, ...args], (error, out, errors) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, errors }),
    );
  });

describe('npm run tram', () => {
  it('answers 64 and its usage on stderr to a command it does not know', async () => {
    const { code, out, errors } = await tram('forget');
    expect([code, out]).toEqual([64, '']);
    expect(errors).toContain('due PROCEDURE RECEIVED_AT');
  });
  it('shows its usage when asked', async () => {
    expect((await tram('--help')).code).toBe(0);
  });
  it('prints the due moment as the last line', async () => {
    const { code, out } = await tram('due', '1.000689', '2026-11-23T14:32');
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n').at(-1)).toBe('2026-11-27T17:00:00+07:00');
  });
});
