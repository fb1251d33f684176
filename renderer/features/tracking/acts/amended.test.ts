import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../../shared/domain/dossier/dossier.ts';
import { fixtures } from '../../../../tests/fakes/page-fixtures.ts';
import { actionsFor } from './actions-for.ts';
import { amended } from './amended.ts';

const dossier = fixtures(Date.parse('2026-11-23T03:00:00.000Z'), 1).details[0]?.dossier as Dossier;

describe('amending contact and note', () => {
  it('writes down only what was changed', () => {
    const same = { phone: '0900 000 123', note: dossier.note ?? '' };
    expect(amended(dossier, same)).toEqual({ set: {}, phoneFault: false });
    expect(amended(dossier, { ...same, phone: '0911.222.333' }).set).toEqual({ phone: '0911222333' });
    expect(amended(dossier, { ...same, note: 'Gọi lại' }).set).toEqual({ note: 'Gọi lại' });
  });

  it('refuses a phone number that is none', () => {
    for (const phone of ['', '12345', '0900 000 12a', '+84900000123'])
      expect(amended(dossier, { phone, note: '' }).phoneFault, phone).toBe(true);
  });
});

describe('acts offered at the counter', () => {
  it('follow the dossier’s status', () => {
    const of = (status: Dossier['status']) => actionsFor({ ...dossier, status });
    expect(of('received')).toEqual({ forward: true, returnResult: false, amend: true });
    expect(of('finished')).toEqual({ forward: false, returnResult: true, amend: true });
    expect(of('returned')).toEqual({ forward: false, returnResult: false, amend: false });
  });
});
