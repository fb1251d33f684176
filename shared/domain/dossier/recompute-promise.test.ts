import { describe, expect, it } from 'vitest';
import { anOperation, aReception, packSet } from '../../../tests/builders/an-operation.ts';
import { recomputePromise } from './recompute-promise.ts';

const receive = (change: Record<string, unknown> = {}) => anOperation('dossier.receive', aReception(change));

describe('a printed promise (R-DUE-6)', () => {
  it('agrees with the rules it was computed from', () => {
    expect(recomputePromise(receive(), packSet)).toEqual([]);
  });
  it('shows both calculations when it does not, and is never replaced', () => {
    const printed = {
      dueAt: '2026-11-26T10:00:00.000Z',
      expected: false,
      reasons: [],
      term: { unit: 'workingDays', amount: 3 },
    };
    expect(recomputePromise(receive({ appointment: printed }), packSet)).toEqual([
      { field: 'dueAt', printed: '17:00 26/11/2026', computed: '17:00 27/11/2026' },
    ]);
  });
  it('marks a moment that is expected only', () => {
    const term = { unit: 'workingDays', amount: 3 };
    const firm = { dueAt: '2026-11-27T10:00:00.000Z', expected: false, reasons: [], term };
    const untrusted = recomputePromise(receive({ appointment: firm, clock: { trusted: false } }), packSet);
    expect(untrusted[0]?.computed).toBe('≈ 17:00 27/11/2026');
    const late = receive({ appointment: firm, receivedAt: '2026-12-30T02:00:00.000Z' });
    expect(recomputePromise(late, packSet)[0]?.computed).toBe('≈ 17:00 04/01/2027');
  });
  it('compares fees by the pack at the quantity the clerk counted', () => {
    const copies = (amount: number) =>
      receive({
        procedure: { code: '2.000635', name: 'Cấp bản sao trích lục hộ tịch' },
        appointment: {
          dueAt: '2026-11-23T10:00:00.000Z',
          expected: false,
          reasons: [],
          term: { unit: 'immediate', amount: 0 },
        },
        fees: [
          {
            kind: 'charge',
            name: 'Phí cấp bản sao trích lục hộ tịch',
            unitAmount: 8000,
            quantity: 3,
            amount,
          },
        ],
      });
    expect(recomputePromise(copies(24_000), packSet)).toEqual([]);
    expect(recomputePromise(copies(20_000), packSet).map((one) => one.field)).toEqual(['fees']);
  });
  it('counts a supplement from its own reception by the rules of the dossier (R-DUE-7)', () => {
    const supplement = anOperation('dossier.supplement', {
      components: [],
      receivedAt: '2026-11-25T08:30:00.000Z',
      appointment: {
        dueAt: '2026-11-30T10:00:00.000Z',
        expected: false,
        reasons: [],
        term: { unit: 'workingDays', amount: 3 },
      },
    });
    expect(recomputePromise(supplement, packSet, receive().payload)).toEqual([]);
  });
});
