import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anOperation, anyContext, aReception } from '../../../../tests/builders/an-operation.ts';
import { holds } from '../../../../tests/builders/holds.ts';
import { apply } from '../../apply.ts';
import { verdictOf } from '../../verdict.ts';
import type { Dossier } from '../dossier.ts';

const context = anyContext();
const received = apply(undefined, anOperation('dossier.receive', aReception(), { id: 1 }), context);
if (!received.ok) throw new Error(received.error.code);
const dossier = received.value.entity;

type Set = { phone?: string; email?: string; address?: string; note?: string };
const amend = (set: Set, id: number, base: number, device: string) =>
  anOperation('dossier.amend', { set }, { id, base, device });
const step = (entity: Dossier, operation: ReturnType<typeof amend>) => {
  const result = apply(entity, operation, context);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

describe('amending contact data (R-MERGE)', () => {
  it('takes what was written over the present version', () => {
    const { entity, lost } = step(
      dossier,
      amend({ phone: '0911111111', note: 'Gọi buổi chiều' }, 2, 1, 'B-DESK'),
    );
    expect(entity.applicant.phone).toBe('0911111111');
    expect(entity.note).toBe('Gọi buổi chiều');
    expect(lost).toEqual([]);
  });
  it('keeps the losing text of one field and takes the other', () => {
    const first = step(dossier, amend({ phone: '0911111111' }, 2, 1, 'B-DESK')).entity;
    const second = apply(first, amend({ phone: '0922222222', address: 'Thôn Hai' }, 3, 1, 'C-DESK'), context);
    expect(verdictOf(second)).toEqual({ result: 'merged', lost: [{ field: 'phone', value: '0922222222' }] });
    expect(second.ok && second.value.entity).toMatchObject({
      applicant: { phone: '0911111111', address: 'Thôn Hai' },
      lost: [{ field: 'phone', value: '0922222222', clerk: 'lan.nt' }],
    });
  });
  it('never sets a device against its own earlier writing', () => {
    const first = step(dossier, amend({ phone: '0911111111' }, 2, 0, 'XM-Q1-TEST')).entity;
    const second = step(first, amend({ phone: '0922222222' }, 3, 0, 'XM-Q1-TEST'));
    expect(second.entity.applicant.phone).toBe('0922222222');
    expect(second.lost).toEqual([]);
  });
  it('changes nothing when two desks wrote the same', () => {
    const first = step(dossier, amend({ phone: '0911111111' }, 2, 1, 'B-DESK')).entity;
    const second = step(first, amend({ phone: '0911111111' }, 3, 1, 'C-DESK'));
    expect(second.entity).toMatchObject({
      applicant: first.applicant,
      fieldVersions: first.fieldVersions,
      lost: [],
    });
  });
  it('refuses a note that names a secret paper', () => {
    expect(
      verdictOf(apply(dossier, amend({ note: 'kèm công văn mật' }, 2, 1, 'B-DESK'), context)),
    ).toMatchObject({
      result: 'rejected',
      code: 'secret-document',
    });
  });
  it('loses no text whatever the order of desks: it stands in the field or in the lost list', () => {
    const acts = fc.array(
      fc.record({
        device: fc.constantFrom('A-DESK', 'B-DESK', 'C-DESK'),
        base: fc.nat({ max: 8 }),
        phone: fc.integer({ min: 900_000_000, max: 999_999_999 }).map((digits) => `0${digits}`),
      }),
      { maxLength: 8 },
    );
    holds(
      fc.property(acts, (list) => {
        let entity = dossier;
        const written: string[] = [];
        list.forEach(({ device, base, phone }, index) => {
          const before = entity.applicant.phone;
          const operation = amend({ phone }, 10 + index, base, device);
          const { entity: next, lost } = step(entity, operation);
          const stands = next.applicant.phone === phone;
          expect(stands || lost.some((text) => text.value === phone)).toBe(true);
          if (!stands) expect(next.applicant.phone).toBe(before);
          expect(step(next, operation).entity).toBe(next);
          written.push(phone);
          entity = next;
        });
        expect(entity.lost.every((text) => written.includes(text.value))).toBe(true);
      }),
    );
  });
});
