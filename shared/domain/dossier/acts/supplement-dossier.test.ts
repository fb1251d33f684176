import { describe, expect, it } from 'vitest';
import { applied, dossierAfter, receive, refusal } from '../../../../tests/builders/acts.ts';
import { anAttachment, anOperation } from '../../../../tests/builders/an-operation.ts';

describe('a supplement (R-MOVE-3)', () => {
  const accept = anOperation('dossier.accept', { from: 'received' }, { id: 2, base: 1 });
  const ask = (id: number) =>
    anOperation(
      'dossier.requestSupplement',
      { items: ['Giấy chứng sinh'], reason: 'Thiếu giấy tờ' },
      { id, base: 2 },
    );

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
