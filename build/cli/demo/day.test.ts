import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countDay, type GatewayDossier, type Slip } from './count.ts';
import { readDay } from './day.ts';
import { powerCutsOf } from './default-day.ts';
import { freshFolders } from './report/fresh-folders.ts';
import { judgeDay, unexpectedIn } from './report/judge-day.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tram-day-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const readNames = (where: string) => readdirSync(where).sort();
const reception = { phone: '0900000001', procedure: 'kh sinh' };
function read(day: unknown) {
  const file = path.join(folder, 'day.json');
  writeFileSync(file, typeof day === 'string' ? day : JSON.stringify(day));
  return readDay(file);
}

test('a day names its papers relative to its file', () => {
  writeFileSync(path.join(folder, 'a.pdf'), 'x');
  const day = read({ title: 'T', line: [], receptions: [{ ...reception, files: ['a.pdf'] }] });
  expect(day.ok && day.value.receptions[0]?.files).toEqual([path.join(folder, 'a.pdf')]);
});

test('a day file that cannot be worked is refused with a sentence', () => {
  const good = { title: 'T', line: [], receptions: [reception] };
  for (const bad of [
    'no JSON',
    { ...good, title: 1 },
    { ...good, extra: true },
    { ...good, line: [{ at: 1, state: 'offline' }] },
    { ...good, line: [{ at: 'afterReception:0', state: 'offline' }] },
    { ...good, line: [{ at: 'afterReception:2', state: 'offline' }] },
    { ...good, line: [{ at: 'end', state: 'slow' }] },
    { ...good, receptions: [{ ...reception, files: ['missing.pdf'] }] },
    { ...good, receptions: [{ ...reception, person: { name: 'A', sex: 'male' } }] },
  ]) {
    const day = read(bad);
    expect(day.ok, JSON.stringify(bad)).toBe(false);
    if (!day.ok) expect(day.error).toContain('day.json');
  }
});

const slip = (provisionalCode: string): Slip => ({
  file: `${provisionalCode}.pdf`,
  provisionalCode,
  text: '',
});
const dossier = (id: string, provisionalCode: string, missingAttachments = 0): GatewayDossier => ({
  ...{ id, provisionalCode, missingAttachments },
  ...{ name: 'A', verdict: 'applied', dueAt: '2026-11-25T10:00:00.000Z' },
});

test('paper without a dossier, without all its files or without a code is lost; a second dossier is doubled', () => {
  const slips = [slip('P1'), slip('P2'), slip('P3'), slip('')];
  const dossiers = [dossier('a', 'P1'), dossier('b', 'P1'), dossier('c', 'P2', 1), dossier('d', 'P9')];
  expect(countDay(slips, dossiers)).toEqual({ atGateway: 4, lost: 3, doubled: 2 });
});

test('the report has every key of every reception, and says what ended otherwise than expected', () => {
  const receptions = [reception, { ...reception, expect: 'refused' as const }];
  const day = { title: 'T', line: [], receptions };
  const endings = [
    { kind: 'refused' as const, why: 'thẻ hỏng' },
    { kind: 'received' as const, provisionalCode: 'P1' },
  ];
  const slips = [{ ...slip('P1'), file: path.join(folder, 'receipts/P1.pdf') }];
  const dossiers = [dossier('a', 'P1')];
  const count = countDay(slips, dossiers);
  const report = judgeDay({ day, endings, slips, dossiers, count, bytesSent: 7, folder });
  expect(report).toEqual({
    totals: { received: 1, refused: 1, atGateway: 1, lost: 0, doubled: 0, bytesSent: 7 },
    receptions: [
      {
        ...{ name: '', provisionalCode: null, officialCode: null, dueAt: null },
        ...{ verdict: 'refused: thẻ hỏng', receiptPdf: null },
      },
      {
        ...{ name: 'A', provisionalCode: 'P1', officialCode: null, dueAt: '2026-11-25T17:00:00+07:00' },
        ...{ verdict: 'applied', receiptPdf: 'receipts/P1.pdf' },
      },
    ],
  });
  expect(unexpectedIn(day, endings)).toHaveLength(2);
});

test('another seed pulls the power at other receptions, always two within a long day', () => {
  const cuts = Array.from({ length: 40 }, (_, seed) => powerCutsOf(12, seed));
  expect(new Set(cuts.map(String)).size).toBeGreaterThan(10);
  for (const [first = 0, second = 0] of cuts) {
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first);
    expect(second).toBeLessThanOrEqual(12);
  }
});

test('a new day in an old folder takes away the old day and nothing of the reader', () => {
  writeFileSync(path.join(folder, 'report.json'), '{}');
  writeFileSync(path.join(folder, 'day.json'), '{}');
  const folders = freshFolders(folder);
  writeFileSync(path.join(folders.print, '1795420799881-001-P.pdf'), '');
  writeFileSync(path.join(folders.print, 'mine.pdf'), '');
  expect(readNames(freshFolders(folder).print)).toEqual(['mine.pdf']);
  expect(readNames(folder)).toEqual(['day.json', 'machines', 'receipts']);
});
