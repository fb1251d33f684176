import { expect, test } from 'vitest';
import { parseOperation } from '../../../shared/domain/operation.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import type { Counter } from '../boot/office.ts';
import type { Mark } from '../store/marks.ts';
import { nextOperation, type PlannedAct } from './next-operation.ts';

const NOON = '2026-11-23T05:00:00.000Z';
const act = {
  entity: '01900000-0000-7000-8000-000000000001',
  type: 'dossier.accept',
  payload: { from: 'received' },
  base: 0,
  deps: [],
  packs: 'a'.repeat(64),
} as PlannedAct;
const counter = {
  clerk: { id: 'lan.nt' },
  office: {
    machine: { facts: { device: 'XM-Q1-7K3M' } },
    ids: { uuidV7: () => '01900000-0000-7000-8000-000000000002' },
  },
} as unknown as Counter;
const chain = (change: Partial<Mark<'chain'>>): Mark<'chain'> => ({
  epoch: 1,
  seq: 0,
  head: '0',
  hlcMs: 0,
  hlcCount: 0,
  ...change,
});
const hlcOf = (change: Partial<Mark<'chain'>>) =>
  nextOperation(counter, act, NOON, chain(change)).operation.hlc;

test('a clock that went back never puts an act before the one written last', () => {
  const ahead = Date.parse(NOON) + 86_400_000;
  expect(hlcOf({ hlcMs: ahead, hlcCount: 4 })).toBe(`${ahead}-0005-XM-Q1-7K3M`);
  expect(hlcOf({})).toBe(`${Date.parse(NOON)}-0000-XM-Q1-7K3M`);
});

test('the 65,537th act of a clock that stands is still one that can be read', () => {
  const ahead = Date.parse(NOON) + 86_400_000;
  const full = chain({ hlcMs: ahead, hlcCount: 0xffff });
  const next = nextOperation(counter, act, NOON, full);
  expect(next.operation.hlc).toBe(`${ahead + 1}-0000-XM-Q1-7K3M`);
  expect(next.chain).toMatchObject({ hlcMs: ahead + 1, hlcCount: 0 });
  expect(parseOperation(canonicalJson(next.operation))).toBeDefined();
});
