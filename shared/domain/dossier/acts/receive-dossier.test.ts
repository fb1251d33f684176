import { describe, expect, it } from 'vitest';
import { applied, dossierAfter, receive, refusal } from '../../../../tests/builders/acts.ts';
import { anAttachment, anId, anyContext, DOSSIER } from '../../../../tests/builders/an-operation.ts';

describe('receiving a dossier (R-REC)', () => {
  it('begins a dossier with the values that were printed', () => {
    const dossier = dossierAfter(receive());
    expect(dossier).toMatchObject({
      id: DOSSIER,
      version: 1,
      status: 'received',
      provisionalCode: 'PK7Q-00047-B',
      appointment: { dueAt: '2026-11-27T10:00:00.000Z', expected: false },
      lost: [],
    });
    expect(dossier.timeline.map((step) => step.type)).toEqual(['dossier.receive']);
  });
  it('refuses a second reception of the same dossier by another act, but not the same act again', () => {
    const dossier = dossierAfter(receive());
    expect(refusal(dossier, receive({}, 2))).toBe('rejected/dossier-exists');
    expect(applied(dossier, receive()).entity).toBe(dossier);
  });
  it('refuses a provisional code that belongs to another dossier, and one with a wrong check symbol', () => {
    const taken = anyContext({ dossierByProvisionalCode: () => anId(2) });
    expect(refusal(undefined, receive(), taken)).toBe('conflict/code-taken');
    const own = anyContext({ dossierByProvisionalCode: () => DOSSIER });
    expect(refusal(undefined, receive(), own)).toBe('took effect');
    expect(refusal(undefined, receive({ provisionalCode: 'PK7Q-00047-C' }))).toBe('rejected/code-invalid');
  });
  it('refuses what is received elsewhere, not in force on that day, or unknown', () => {
    const named = (code: string, receivedAt = '2026-11-23T02:15:00.000Z') =>
      receive({ procedure: { code, name: 'Thủ tục' }, receivedAt });
    expect(refusal(undefined, named('9.999999'))).toBe('rejected/procedure-unknown');
    expect(refusal(undefined, named('1.004222'))).toBe('rejected/procedure-elsewhere');
    expect(refusal(undefined, named('2.001009'))).toBe('rejected/procedure-not-in-force');
    expect(refusal(undefined, named('2.001009', '2025-10-31T16:59:59.000Z'))).toBe('took effect');
    expect(refusal(undefined, named('2.001009', '2025-10-31T17:00:00.000Z'))).toBe(
      'rejected/procedure-not-in-force',
    );
    expect(refusal(undefined, receive(), anyContext({ movedElsewhere: () => true }))).toBe(
      'rejected/procedure-elsewhere',
    );
    expect(refusal(undefined, receive(), anyContext({ packSet: () => undefined }))).toBe(
      'rejected/pack-set-unknown',
    );
  });
  it('refuses papers marked secret, by the name of the paper, of a file, or in the note', () => {
    const paper = (name: string, file: string) => ({
      components: [
        { key: 'a', name, form: 'original', originals: 1, copies: 0, attachments: [anAttachment('b', file)] },
      ],
    });
    expect(refusal(undefined, receive(paper('Công văn (Mật)', 'cv.pdf')))).toBe('rejected/secret-document');
    expect(refusal(undefined, receive(paper('Công văn', 'QĐ 12 - TỐI MẬT.pdf')))).toBe(
      'rejected/secret-document',
    );
    expect(refusal(undefined, receive({ note: 'kèm tài liệu tuyệt mật' }))).toBe('rejected/secret-document');
    expect(refusal(undefined, receive(paper('Cam kết giữ bí mật đời tư', 'mật khẩu.pdf')))).toBe(
      'took effect',
    );
  });
  it('lets a printed promise stand and keeps what the rules compute beside it (R-DUE-6)', () => {
    const appointment = {
      dueAt: '2026-11-26T10:00:00.000Z',
      expected: false,
      reasons: [],
      term: { unit: 'workingDays', amount: 3 },
    };
    const { entity, lost } = applied(undefined, receive({ appointment }));
    expect(entity.appointment).toEqual(appointment);
    expect(lost).toMatchObject([{ field: 'promise.dueAt', value: '17:00 26/11/2026 → 17:00 27/11/2026' }]);
    expect(entity.lost).toEqual(lost);
  });
});
