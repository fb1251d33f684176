import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Host } from '../../shared/host/contract.ts';
import { dispatch } from '../../shared/host/dispatch.ts';
import { type Machine, memoryMachine, realMachine } from './host-machines.ts';

describe.each([
  ['files on disk', realMachine],
  ['memory of the tests', memoryMachine],
])('the host kept in %s', (_name, machineOf) => {
  /** Every call as it comes over a bridge: parsed on the way in and out. */
  const callsOf = (machine: Machine) => {
    const call =
      <K extends keyof Host>(method: K) =>
      (...args: Parameters<Host[K]>) =>
        dispatch(machine.host(), method, args) as ReturnType<Host[K]>;
    return call;
  };

  test('whatever is appended, twice or after restarts, is read back once and in order', async () => {
    const commands = Array.from({ length: 6 }, () => randomUUID());
    const step = fc.oneof(
      fc.record({ kind: fc.constant('append' as const), command: fc.nat({ max: 5 }) }),
      fc.constant({ kind: 'restart' as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const machine = machineOf();
        const call = callsOf(machine);
        const kept: string[] = [];
        for (const one of steps) {
          if (one.kind === 'restart') await machine.restart();
          else {
            const commandId = commands[one.command] ?? '';
            if (!kept.includes(commandId)) kept.push(commandId);
            const sealed = new Uint8Array(Buffer.from(commandId));
            const { hash: after } = await call('journalHead')();
            const input = { commandId, month: '2026-11', sealed, after };
            const { index } = await call('journalAppend')(input);
            expect(index).toBe(kept.indexOf(commandId) + 1);
          }
        }
        const records = await call('journalRead')({ from: 1, limit: 200 });
        expect(records.map((record) => record.commandId)).toEqual(kept);
        for (const record of records) expect(Buffer.from(record.sealed).toString()).toBe(record.commandId);
        const head = await call('journalHead')();
        expect(head).toMatchObject({ count: kept.length, witness: kept.length, tornBytes: 0 });
        expect(head.hash).toBe(records.at(-1)?.hash ?? '0');
      }),
      { numRuns: 15 },
    );
  });

  test('an act is found by its id, and nothing is found by another', async () => {
    const machine = machineOf();
    const call = callsOf(machine);
    const commandId = randomUUID();
    const sealed = new Uint8Array(randomBytes(2000));
    const { hash } = await call('journalAppend')({ commandId, month: '2026-12', sealed, after: '0' });
    await machine.restart();
    expect(await call('journalFind')(commandId)).toEqual({
      index: 1,
      commandId,
      month: '2026-12',
      sealed,
      hash,
    });
    expect(await call('journalFind')(randomUUID())).toBeUndefined();
    expect(await call('journalRead')({ from: 2, limit: 5 })).toEqual([]);
  });

  test('store mark, vault, wrong tries and drafts survive a restart', async () => {
    const machine = machineOf();
    const call = callsOf(machine);
    const storeId = randomUUID();
    expect((await call('vaultRead')()).file).toBeUndefined();
    await call('storeMark')(storeId);
    await call('vaultWrite')(new Uint8Array([1, 2, 3]));
    for (let tries = 1; tries <= 6; tries++)
      expect(await call('vaultAttempt')()).toEqual({ failedAttempts: tries, waitMs: tries > 5 ? 5000 : 0 });
    await call('draftWrite')('draft', new Uint8Array([4]));
    await machine.restart();
    expect((await call('journalHead')()).storeId).toBe(storeId);
    expect(await call('vaultRead')()).toEqual({ file: new Uint8Array([1, 2, 3]), failedAttempts: 6 });
    await call('vaultOpened')();
    expect((await call('vaultRead')()).failedAttempts).toBe(0);
    expect(await call('draftRead')('draft')).toEqual(new Uint8Array([4]));
    await call('draftClear')('draft');
    expect(await call('draftRead')('draft')).toBeUndefined();
  });

  test('a paper is seen only whole, also when the program ended between its parts', async () => {
    const machine = machineOf();
    const call = callsOf(machine);
    const id = randomUUID();
    await call('blobWrite')({ id, index: 0, count: 2, sealed: new Uint8Array([1, 2]) });
    await machine.restart();
    await expect(call('blobCommit')({ id, count: 2 })).rejects.toMatchObject({ code: 'file-missing' });
    await expect(call('blobRead')({ id, index: 0 })).rejects.toMatchObject({ code: 'file-missing' });
    expect(await call('blobStat')(id)).toBeUndefined();
    await call('blobWrite')({ id, index: 1, count: 2, sealed: new Uint8Array([3]) });
    await call('blobCommit')({ id, count: 2 });
    await call('blobCommit')({ id, count: 2 });
    await machine.restart();
    expect(await call('blobStat')(id)).toEqual({ count: 2, bytes: 3 });
    expect(await call('blobRead')({ id, index: 1 })).toEqual(new Uint8Array([3]));
  });

  test('time is told with the highest time ever noted, and the disk with its state', async () => {
    const call = callsOf(machineOf());
    const first = await call('clock')();
    const second = await call('clock')();
    expect(second.monotonic).toBeGreaterThanOrEqual(first.monotonic);
    expect(second.lastSeen).toBeGreaterThanOrEqual(first.wall - 1);
    expect((await call('disk')()).state).toBe('ok');
  });
});
