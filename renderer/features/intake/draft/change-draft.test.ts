import { describe, expect, it } from 'vitest';
import type { DraftAttachment, ProcedureHit, ReceptionDraft } from '../../../worker/api.ts';
import { blankDraft, isStarted } from './blank-draft.ts';
import {
  withAttachment,
  withPaper,
  withPerson,
  withPersonField,
  withProcedure,
  withTypedPaper,
} from './change-draft.ts';
import { faultAt, tidied } from './check-fields.ts';

const NOW = Date.parse('2026-11-23T02:00:00.000Z');
const empty = blankDraft('0190aaaa-0000-7000-8000-000000000001', new Date(NOW).toISOString(), 'counter');
const paper = (key: string, form: 'original' | 'presented' = 'original') => ({
  key,
  name: key,
  form,
  required: true,
  originals: 1,
  copies: 0,
});
const procedure = (code: string, ...papers: ReturnType<typeof paper>[]): ProcedureHit => ({
  code,
  name: code,
  sector: 'Hộ tịch',
  papers: { value: papers, source: 'mẫu', basis: 'unverified' },
});
const file: DraftAttachment = {
  id: '0190aaaa-0000-7000-8000-000000000002',
  sha256: 'a'.repeat(64),
  bytes: 10,
  mediaType: 'application/pdf',
  name: 'to-khai.pdf',
  source: 'file',
};

describe('a reception draft', () => {
  it('untouched is not started; any field makes it so', () => {
    expect(isStarted(empty)).toBe(false);
    expect(isStarted(withPersonField(empty, 'phone', '09', 'typed'))).toBe(true);
    expect(isStarted({ ...empty, note: 'x' })).toBe(true);
  });

  it('keeps names in NFC whatever the keyboard sends, and says where each field came from', () => {
    const draft = withPersonField(empty, 'name', 'Trần'.normalize('NFD'), 'typed');
    expect(draft.person.name).toEqual({ text: 'Trần'.normalize('NFC'), source: 'typed' });
    const scanned = withPerson(draft, { name: 'Lê Thị Mẫu', address: undefined }, 'scanned');
    expect(scanned.person.name.source).toBe('scanned');
    expect(scanned.person.address).toEqual(empty.person.address);
  });

  it('keeps ticks and files of papers that two procedures share', () => {
    const first = withProcedure(empty, procedure('1.000001', paper('to-khai'), paper('giay-khac')));
    const attached = withAttachment(first, 'to-khai', file);
    const second = withProcedure(attached, procedure('1.000002', paper('to-khai'), paper('moi')));
    expect(second.papers.map(({ key }) => key)).toEqual(['to-khai', 'moi']);
    expect(second.papers[0]).toMatchObject({ held: true, attachments: [file] });
  });

  it('never drops a file because the clerk changed her mind about the procedure', () => {
    const attached = withAttachment(withProcedure(empty, procedure('1.000001', paper('cccd'))), 'cccd', file);
    for (const other of [
      procedure('1.000002', paper('khac')),
      procedure('1.000003', paper('cccd', 'presented')),
    ]) {
      const changed = withProcedure(attached, other);
      expect(changed.papers.flatMap(({ attachments }) => attachments)).toEqual([file]);
      const presented = changed.papers.filter(({ form }) => form === 'presented');
      expect(presented.every(({ attachments }) => attachments.length === 0)).toBe(true);
      expect(new Set(changed.papers.map(({ key }) => key)).size).toBe(changed.papers.length);
    }
  });

  it('takes papers the clerk names herself, each with a key of its own', () => {
    const draft = withTypedPaper(withTypedPaper(empty, 'Đơn đề nghị'), ' Bản vẽ ');
    expect(draft.papers.map(({ key, name, held }) => [key, name, held])).toEqual([
      ['khac-1', 'Đơn đề nghị', true],
      ['khac-2', 'Bản vẽ', true],
    ]);
    expect(withPaper(draft, 'khac-2', { copies: 2 }).papers[1]?.copies).toBe(2);
  });
});

describe('a field the clerk leaves', () => {
  const typed = (field: keyof ReceptionDraft['person'], text: string) =>
    faultAt(withPersonField(empty, field, text, 'typed'), field, NOW);

  it('is written in one way, and what is wrong stays as typed', () => {
    expect(tidied('birthDate', '05021990', NOW)).toBe('05/02/1990');
    expect(tidied('birthDate', '5-2-1990', NOW)).toBe('05/02/1990');
    expect(tidied('birthDate', '31/02/1990', NOW)).toBe('31/02/1990');
    expect(tidied('phone', '+84 908 451 227', NOW)).toBe('0908451227');
    expect(tidied('name', '  Trần   Thị Mẫu ', NOW)).toBe('Trần Thị Mẫu');
    expect(tidied('name', '=cmd()', NOW)).toBe('=cmd()');
  });

  it('gets a message when it cannot be right, and none while it is empty', () => {
    expect(typed('name', '')).toBeUndefined();
    expect(typed('name', '=cmd|x')).toBe('name-formula');
    expect(typed('name', '<b>An</b>')).toBe('name-markup');
    expect(typed('name', 'An 😀')).toBe('name-emoji');
    expect(typed('name', 'A'.repeat(10_000))).toBe('name-too-long');
    expect(typed('birthDate', '24/11/2026')).toBe('birth-date-future');
    expect(typed('birthDate', '31/02/1990')).toBe('birth-date-invalid');
    expect(typed('phone', 'gọi sau')).toBe('phone-letters');
    expect(typed('personalId', '12345')).toBe('personal-id-length');
  });
});
