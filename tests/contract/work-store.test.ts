import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { openDexieWorkStore } from '../../renderer/worker/store/dexie-work-store.ts';
import type { OperationRecord } from '../../renderer/worker/store/rows.ts';
import type { WorkStore } from '../../renderer/worker/store/work-store.ts';
import { memoryWorkStore } from '../fakes/memory-work-store.ts';

const bodies: Readonly<Record<string, () => Promise<WorkStore>>> = {
  memory: async () => memoryWorkStore(),
  IndexedDB: () => openDexieWorkStore('work', { indexedDB: new IDBFactory(), IDBKeyRange }),
};

const operation = (seq: number, change: Partial<OperationRecord> = {}): OperationRecord => ({
  id: `operation-${String(seq).padStart(3, '0')}`,
  rev: 1,
  entity: 'dossier-1',
  command: 'command-1',
  epoch: 1,
  seq,
  at: '2026-11-23T02:00:00.000Z',
  type: 'dossier.receive',
  state: 'waiting',
  result: '',
  c: new Uint8Array([seq]),
  ...change,
});
const put = (row: OperationRecord) => ({ put: 'operations', row }) as const;

describe.each(Object.entries(bodies))('the working database on %s', (_name, openStore) => {
  test('gives back what was committed, bytes as bytes, and nothing for an unknown id', async () => {
    const store = await openStore();
    await store.commit([put(operation(1))]);
    expect(await store.get('operations', 'operation-001')).toEqual(operation(1));
    expect(await store.get('operations', 'operation-002')).toBeUndefined();
    expect(await store.count('operations')).toBe(1);
  });

  test('writes all of a commit or none of it', async () => {
    const store = await openStore();
    const unclonable = { put: 'meta', row: { id: 'x', value: (() => 1) as unknown as string } } as const;
    await expect(store.commit([put(operation(1)), unclonable])).rejects.toThrow();
    expect(await store.count('operations')).toBe(0);
  });

  test('committing nothing is nothing', async () => {
    const store = await openStore();
    await store.commit([]);
    expect(await store.count('operations')).toBe(0);
  });

  test('a later write of one id replaces, a delete removes', async () => {
    const store = await openStore();
    await store.commit([put(operation(1)), put(operation(2))]);
    await store.commit([put(operation(1, { rev: 2 })), { delete: 'operations', id: 'operation-002' }]);
    expect(await store.all('operations')).toEqual([operation(1, { rev: 2 })]);
  });

  test('reads the chain of one epoch in order, from a place on, as far as asked', async () => {
    const store = await openStore();
    const rows = [3, 1, 2, 10].map((seq) => operation(seq));
    await store.commit([...rows, operation(99, { epoch: 2, seq: 1 })].map(put));
    const seqs = async (...ask: [number, number, number]) =>
      (await store.operationsFrom(...ask)).map(({ seq }) => seq);
    expect(await seqs(1, 1, 100)).toEqual([1, 2, 3, 10]);
    expect(await seqs(1, 2, 2)).toEqual([2, 3]);
    expect(await seqs(2, 1, 10)).toEqual([1]);
    expect(await seqs(3, 1, 10)).toEqual([]);
  });

  test('finds operations by dossier, by command and those without an answer, in order', async () => {
    const store = await openStore();
    await store.commit(
      [
        operation(2, { entity: 'b' }),
        operation(1, { state: 'answered', result: 'applied' }),
        operation(4, { command: 'c2' }),
        operation(3),
      ].map(put),
    );
    const seqs = (rows: readonly OperationRecord[]) => rows.map(({ seq }) => seq);
    expect(seqs(await store.operationsOfEntity('dossier-1'))).toEqual([1, 3, 4]);
    expect(seqs(await store.operationsOfCommand('command-1'))).toEqual([1, 2, 3]);
    expect(seqs(await store.unansweredOperations())).toEqual([2, 3, 4]);
  });

  test('finds files by state and by content, attention by dossier', async () => {
    const store = await openStore();
    const file = { id: 'f', rev: 1, sha256: 'aa', bytes: 1, count: 1, month: '2026-11', dossier: 'd' };
    const c = new Uint8Array([1]);
    await store.commit([
      { put: 'attachments', row: { ...file, state: 'waiting', c } },
      { put: 'attention', row: { id: 'o', rev: 1, dossier: 'd', at: '', c } },
    ]);
    expect(await store.attachmentsInState('waiting')).toHaveLength(1);
    expect(await store.attachmentsInState('arrived')).toHaveLength(0);
    expect(await store.attachmentsBySha256('aa')).toHaveLength(1);
    expect(await store.attentionOfDossier('d')).toHaveLength(1);
  });

  test('clearing leaves nothing', async () => {
    const store = await openStore();
    await store.commit([put(operation(1)), { put: 'meta', row: { id: 'a', value: '1' } }]);
    await store.clear();
    expect([await store.count('operations'), await store.count('meta')]).toEqual([0, 0]);
  });
});
