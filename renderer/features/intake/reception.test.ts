import { describe, expect, it } from 'vitest';
import type { CardReading } from '../../../shared/domain/identity/card-qr.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { PageWorker } from '../../platform/page-worker.ts';
import type { Answer, Finding, ProcedureHit, ReceptionDraft } from '../../worker/api.ts';
import { createReception } from './reception.ts';

const NOW = Date.parse('2026-11-23T02:00:00.000Z');
const marriage: ProcedureHit = {
  code: '1.000001',
  name: 'Thủ tục mẫu',
  sector: 'Hộ tịch',
  papers: {
    value: [
      { key: 'to-khai', name: 'Tờ khai', form: 'original', required: true, originals: 1, copies: 0 },
      { key: 'cccd', name: 'CCCD', form: 'presented', required: true, originals: 0, copies: 0 },
    ],
    source: 'mẫu',
    basis: 'unverified',
  },
};
const card: CardReading = {
  personalId: '077192004518',
  name: 'Trần Thị Mẫu',
  birthDate: '1992-08-14',
  sex: 'female',
  address: 'xã Mẫu',
  warnings: [],
};

/** An in-memory worker: keeps what was asked, answers plainly. */
function counter(answers: { readonly findings?: readonly Finding[]; readonly attach?: Answer<never> } = {}) {
  const asked: { readonly name: string; readonly input: unknown }[] = [];
  const received = new Map<string, ReceptionDraft>();
  const run = (async (name: string, input: { commandId: string; draft: ReceptionDraft }) => {
    asked.push({ name, input });
    await Promise.resolve();
    if (name === 'preflight') return ok({ findings: answers.findings ?? [], fees: [] });
    if (name === 'attach' && answers.attach) return answers.attach;
    if (name === 'receive') {
      received.set(input.commandId, input.draft);
      return ok({ dossier: 'd', provisionalCode: 'P7K3-00001-0' });
    }
    if (name === 'printReceipt') return ok({ via: 'folder', pdf: new Uint8Array() });
    if (name === 'takeScan') return ok(undefined);
    return ok(undefined);
  }) as unknown as PageWorker['run'];
  const reception = createReception(run, () => NOW);
  const count = (name: string) => asked.filter((each) => each.name === name).length;
  return { reception, received, count, state: () => reception.store.getState() };
}

describe('finishing a reception', () => {
  it('twice with a nervous finger receives one dossier', async () => {
    const { reception, received, count, state } = counter();
    reception.open(undefined);
    await Promise.all([reception.finish(), reception.finish()]);
    await reception.finish();
    expect(count('receive')).toBe(1);
    expect(received.size).toBe(1);
    expect(state().received?.provisionalCode).toBe('P7K3-00001-0');
  });

  it('uses the id that was saved with the draft, so that F9 after a crash is the same act', async () => {
    const { reception, received, state } = counter();
    reception.open(undefined);
    const { id } = state().draft;
    await reception.finish();
    expect([...received.keys()]).toEqual([id]);
  });

  it('with a fault leads to the first wrong field and receives nothing', async () => {
    const findings: Finding[] = [
      { severity: 'warning', field: 'personalId', code: 'personal-id-sex' },
      { severity: 'error', field: 'phone', code: 'phone-letters' },
      { severity: 'error', field: 'procedure', code: 'procedure-missing' },
    ];
    const { reception, count, state } = counter({ findings });
    reception.open(undefined);
    expect(await reception.finish()).toBe('phone');
    expect(state().faults).toEqual({ phone: 'phone-letters', procedure: 'procedure-missing' });
    expect(count('receive')).toBe(0);
  });

  it('does not start before the draft left on the machine has been looked for', async () => {
    const { reception, count } = counter();
    await reception.finish();
    expect(count('receive')).toBe(0);
  });
});

describe('a card from the scanner', () => {
  it('fills the person and marks every field as scanned', async () => {
    const { reception, state } = counter();
    reception.open(undefined);
    await reception.takeCard(card);
    expect(state().draft.person.name).toEqual({ text: 'Trần Thị Mẫu', source: 'scanned' });
    expect(state().draft.person.birthDate.text).toBe('14/08/1992');
  });

  it('of another person is held until the clerk has chosen; the open draft stays', async () => {
    const { reception, count, state } = counter();
    reception.open(undefined);
    await reception.takeCard(card);
    await reception.takeCard({ ...card, personalId: '077090000027', name: 'Nguyễn Văn Thí Dụ' });
    expect(state().waitingCard?.personalId).toBe('077090000027');
    expect(state().draft.person.name.text).toBe('Trần Thị Mẫu');
    reception.refuseCard();
    expect(state().waitingCard).toBeUndefined();
    expect(count('discardDraft')).toBe(0);
  });

  it('of the same person again asks nothing', async () => {
    const { reception, state } = counter();
    reception.open(undefined);
    await reception.takeCard(card);
    await reception.takeCard(card);
    expect(state().waitingCard).toBeUndefined();
  });

  it('after F9 begins the next reception by itself', async () => {
    const { reception, state } = counter();
    reception.open(undefined);
    await reception.finish();
    const { id } = state().draft;
    await reception.takeCard(card);
    expect(state().received).toBeUndefined();
    expect(state().draft.id).not.toBe(id);
  });
});

describe('papers', () => {
  it('that are only presented take no file, and no scan', async () => {
    const { reception, count, state } = counter();
    reception.open(undefined);
    reception.chooseProcedure(marriage);
    reception.focusPaper('cccd');
    await reception.takeScan();
    expect(count('takeScan')).toBe(0);
    expect(state().paperNotices['']).toEqual({ kind: 'sentence', text: 'scanNoRow' });
  });

  it('that have files cannot become presented', () => {
    const { reception, state } = counter();
    reception.open(undefined);
    reception.chooseProcedure(marriage);
    reception.store.setState({
      draft: {
        ...state().draft,
        papers: state().draft.papers.map((paper) => ({ ...paper, attachments: [{}] as never })),
      },
    });
    reception.setPaper('to-khai', { form: 'presented' });
    expect(state().draft.papers[0]?.form).toBe('original');
    expect(state().paperNotices['to-khai']).toEqual({ kind: 'sentence', text: 'formLocked' });
  });

  it('refuse a file of 200 MB before it is read, with the reason at the row', async () => {
    const { reception, count, state } = counter();
    reception.open(undefined);
    reception.chooseProcedure(marriage);
    const huge = {
      size: 200 * 1_048_576,
      name: 'to.pdf',
      arrayBuffer: () => Promise.reject(new Error('read')),
    };
    await reception.attachFiles('to-khai', [huge as unknown as File]);
    expect(count('attach')).toBe(0);
    expect(state().paperNotices['to-khai']).toMatchObject({ problem: { code: 'file-too-large' } });
  });

  it('show at their row why the machine refused a file, and keep everything else', async () => {
    const { reception, state } = counter({ attach: err({ code: 'pdf-encrypted' }) });
    reception.open(undefined);
    reception.chooseProcedure(marriage);
    await reception.attachFiles('to-khai', [new File([new Uint8Array(3)], 'a.pdf')]);
    expect(state().paperNotices['to-khai']).toEqual({ kind: 'problem', problem: { code: 'pdf-encrypted' } });
    expect(state().draft.papers[0]?.attachments).toEqual([]);
    expect(state().attaching).toEqual([]);
  });

  it('required ones are ticked together', () => {
    const { reception, state } = counter();
    reception.open(undefined);
    reception.chooseProcedure(marriage);
    reception.holdRequired();
    expect(state().draft.papers.every(({ held }) => held)).toBe(true);
  });
});

describe('procedures of other systems', () => {
  it('are not chosen', () => {
    const { reception, state } = counter();
    reception.open(undefined);
    reception.chooseProcedure({ ...marriage, elsewhere: 'police' });
    expect(state().draft.procedureCode).toBeUndefined();
  });
});
