import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { DEMONSTRATION_AGENCY, demonstrationPackSet } from './demonstration.ts';
import { officePackSet } from './office-template.ts';

const demonstration = demonstrationPackSet();
const office = officePackSet({
  title: 'Bộ quy tắc thử',
  agency: DEMONSTRATION_AGENCY,
  officeHours: {
    sessions: { ...demonstration.officeHours.sessions, source: 'Quy chế của cơ quan', basis: 'secondary' },
  },
  maxAttachmentBytes: { value: 20_971_520, source: 'Cổng của tỉnh', basis: 'secondary' },
  dueSoonWorkingDays: { value: 1, source: 'Quy chế của cơ quan', basis: 'secondary' },
});

function bases(value: unknown, found: string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return found;
  if ('basis' in value && typeof value.basis === 'string') found.push(value.basis);
  for (const part of Object.values(value)) bases(part, found);
  return found;
}

describe('the packs of the reference province', () => {
  it('name each procedure once and by its national code', () => {
    const codes = demonstration.procedures.map((procedure) => procedure.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toContain('1.001193');
  });
  it('say of the demonstration that it is one', () => {
    expect(demonstration).toMatchObject({ demonstration: true, title: 'Tỉnh mẫu · dữ liệu minh họa' });
    expect(bases(demonstration)).toContain('unverified');
  });
  it('show every unit of term in the demonstration, invented where no procedure read so far has it', () => {
    const units = new Set(demonstration.procedures.map((procedure) => procedure.term?.value.unit));
    for (const unit of ['immediate', 'workingHours', 'workingDays', 'calendarDays'] as const)
      expect(units).toContain(unit);
    expect(office.procedures.some((procedure) => procedure.code.startsWith('9.'))).toBe(false);
  });
  it('give an office sourced and reported facts only, and no paper list', () => {
    expect(office.demonstration).toBe(false);
    expect(bases(office)).not.toContain('unverified');
    expect(office.procedures.every((procedure) => procedure.papers === undefined)).toBe(true);
    const termOf = (code: string) =>
      office.procedures.find((procedure) => procedure.code === code)?.term?.value;
    expect(termOf('1.001193')).toEqual({ unit: 'immediate', amount: 0 });
    expect(termOf('1.004884')).toBeUndefined();
  });
  it('know 2025 and 2026 and leave 2027 out until its plan is published', () => {
    expect(demonstration.calendar.map((year) => year.year)).toEqual([2025, 2026]);
    expect(demonstration.calendar[1]?.off.value).toContain('2026-11-24');
    expect(office.calendar[1]?.workingWeekend.value).toEqual(['2026-08-22']);
  });
  it('are the same text on every machine', () => {
    expect(canonicalJson(demonstrationPackSet())).toBe(canonicalJson(demonstration));
  });
});
