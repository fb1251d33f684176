import { describe, expect, it } from 'vitest';
import {
  anAttachment,
  anId,
  anOperation,
  anyContext,
  aReception,
  DOSSIER,
} from '../../../tests/builders/an-operation.ts';
import { apply } from '../apply.ts';
import type { Applied } from '../apply-context.ts';
import type { Operation } from '../operation.ts';
import { verdictOf } from '../verdict.ts';
import type { Dossier } from './dossier.ts';

const context = anyContext();
const receive = (change: Record<string, unknown> = {}, id = 1) =>
  anOperation('dossier.receive', aReception(change), { id });

/** Applies one operation after the other; every one must take effect. */
function dossierAfter(...operations: readonly Operation[]): Dossier {
  let entity: Dossier | undefined;
  for (const operation of operations) entity = applied(entity, operation).entity;
  if (!entity) throw new Error('no operations');
  return entity;
}

function applied(entity: Dossier | undefined, operation: Operation): Applied {
  const result = apply(entity, operation, context);
  if (!result.ok) throw new Error(`${operation.type}: ${result.error.code}`);
  return result.value;
}

const refusal = (entity: Dossier | undefined, operation: Operation, special = context) => {
  const result = apply(entity, operation, special);
  return result.ok ? 'took effect' : `${result.error.kind}/${result.error.code}`;
};

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
});

describe('moving a dossier (R-MOVE)', () => {
  const accept = anOperation('dossier.accept', { from: 'received' }, { id: 2, base: 1 });
  const ask = (id: number, items = ['Giấy chứng sinh']) =>
    anOperation('dossier.requestSupplement', { items, reason: 'Thiếu giấy tờ' }, { id, base: 2 });
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
  it('does nothing when the dossier is already where the act leads', () => {
    const dossier = dossierAfter(receive(), accept);
    const again = anOperation('dossier.accept', { from: 'received' }, { id: 5, base: 1 });
    expect(verdictOf(apply(dossier, again, context))).toEqual({ result: 'applied' });
    expect(applied(dossier, again).entity).toBe(dossier);
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
  it('waits for a supplement and then counts the term again from zero (R-DUE-7)', () => {
    const waiting = dossierAfter(receive(), accept, ask(3));
    expect(waiting.status).toBe('awaitingSupplement');
    const appointment = { dueAt: '2026-12-02T10:00:00.000Z', expected: false, reasons: [] };
    const brought = anOperation(
      'dossier.supplement',
      {
        components: [
          {
            key: 'to-khai',
            name: 'Tờ khai',
            form: 'original',
            originals: 2,
            copies: 0,
            attachments: [anAttachment('c')],
          },
          {
            key: 'giay-chung-sinh',
            name: 'Giấy chứng sinh',
            form: 'original',
            originals: 1,
            copies: 0,
            attachments: [],
          },
        ],
        receivedAt: '2026-11-27T02:00:00.000Z',
        appointment,
      },
      { id: 4, base: 3 },
    );
    const dossier = applied(waiting, brought).entity;
    expect(dossier.status).toBe('processing');
    expect(dossier.appointment).toEqual(appointment);
    expect(dossier.components.map((component) => [component.key, component.originals])).toEqual([
      ['to-khai', 2],
      ['giay-chung-sinh', 1],
    ]);
    expect(refusal(dossierAfter(receive(), accept), brought)).toBe('conflict/status-moved');
  });
  it('never takes a file away when a supplement names its paper again', () => {
    const withFile = receive({
      components: [
        {
          key: 'to-khai',
          name: 'Tờ khai',
          form: 'original',
          originals: 1,
          copies: 0,
          attachments: [anAttachment('a')],
        },
      ],
    });
    const brought = anOperation(
      'dossier.supplement',
      {
        components: [
          { key: 'to-khai', name: 'Tờ khai', form: 'presented', originals: 0, copies: 0, attachments: [] },
        ],
        receivedAt: '2026-11-27T02:00:00.000Z',
        appointment: { expected: true, reasons: ['term-unknown'] },
      },
      { id: 4 },
    );
    const dossier = dossierAfter(withFile, ask(3), brought);
    expect(dossier.components[0]).toMatchObject({ form: 'copy', attachments: [{ sha256: 'a'.repeat(64) }] });
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
