import { describe, expect, it } from 'vitest';
import { applied, context, dossierAfter, receive, refusal } from '../../../../tests/builders/acts.ts';
import { anOperation } from '../../../../tests/builders/an-operation.ts';
import { apply } from '../../apply.ts';
import { verdictOf } from '../../verdict.ts';

describe('moving a dossier (R-MOVE)', () => {
  const accept = anOperation('dossier.accept', { from: 'received' }, { id: 2, base: 1 });
  const finish = (id: number, outcome = 'Trích lục khai sinh') =>
    anOperation('dossier.finish', { outcome }, { id, base: 2 });
  const returnResult = anOperation(
    'dossier.returnResult',
    { to: 'Nguyễn Thị Mẫu', channel: 'counter' },
    { id: 9, base: 3 },
  );

  it('goes from reception to the returned result', () => {
    const dossier = dossierAfter(receive(), accept, finish(3), returnResult);
    expect(dossier).toMatchObject({ status: 'returned', outcome: 'Trích lục khai sinh', version: 4 });
    expect(dossier.timeline).toHaveLength(4);
  });
  it('only notes the act when the dossier is already where it leads', () => {
    const dossier = dossierAfter(receive(), accept);
    const again = anOperation('dossier.accept', { from: 'received' }, { id: 5, base: 1 });
    expect(verdictOf(apply(dossier, again, context))).toEqual({ result: 'applied' });
    const { version, timeline, ...rest } = applied(dossier, again).entity;
    expect(dossier).toMatchObject(rest);
    expect([version, timeline.length]).toEqual([3, 3]);
  });
  it('keeps the words of the desk that finished second', () => {
    const dossier = dossierAfter(receive(), accept, finish(3));
    const second = apply(dossier, finish(4, 'Từ chối cấp trích lục'), context);
    expect(verdictOf(second)).toEqual({
      result: 'merged',
      lost: [{ field: 'dossier.finish', value: 'Từ chối cấp trích lục' }],
    });
    expect(second.ok && second.value.entity.outcome).toBe('Trích lục khai sinh');
    expect(second.ok && second.value.entity.lost).toHaveLength(1);
  });
  it('is a conflict when the dossier has moved on', () => {
    const stopped = dossierAfter(
      receive(),
      anOperation('dossier.stop', { reason: 'Rút', withdrawn: true }, { id: 6 }),
    );
    expect(stopped.status).toBe('withdrawn');
    expect(verdictOf(apply(stopped, finish(3), context))).toEqual({
      result: 'conflict',
      code: 'status-moved',
      detail: 'withdrawn',
    });
    expect(
      refusal(stopped, anOperation('dossier.stop', { reason: 'Dừng', withdrawn: false }, { id: 7 })),
    ).toBe('conflict/status-moved');
    expect(refusal(dossierAfter(receive()), finish(3))).toBe('conflict/status-moved');
  });
  it('is refused when there is no such dossier', () => {
    expect(refusal(undefined, accept)).toBe('rejected/dossier-missing');
  });
});

describe('forwarding (R-MOVE-4)', () => {
  const forward = (to: string, id: number, base: number, device?: string) =>
    anOperation('dossier.forward', { to }, { id, base, ...(device ? { device } : {}) });

  it('assigns the dossier and leaves its state', () => {
    const dossier = dossierAfter(receive(), forward('Tư pháp – Hộ tịch', 2, 1));
    expect(dossier).toMatchObject({ status: 'received', assignedTo: 'Tư pháp – Hộ tịch' });
  });
  it('lets the earlier assignment stand and keeps the later one as text', () => {
    const dossier = dossierAfter(receive(), forward('Phòng Kinh tế', 2, 1, 'PROVINCE-1'));
    const late = apply(dossier, forward('Tư pháp – Hộ tịch', 3, 1), context);
    expect(verdictOf(late)).toEqual({
      result: 'merged',
      lost: [{ field: 'assignedTo', value: 'Tư pháp – Hộ tịch' }],
    });
    expect(late.ok && late.value.entity.assignedTo).toBe('Phòng Kinh tế');
  });
});
