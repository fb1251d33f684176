import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '../../../../shared/lib/result.ts';
import type { Answer, ReceptionDraft } from '../../../worker/api.ts';
import { blankDraft } from './blank-draft.ts';
import { createDraftSaver, type SaveState } from './draft-saver.ts';

const draftWith = (note: string): ReceptionDraft => ({
  ...blankDraft('0190aaaa-0000-7000-8000-000000000001', '2026-11-23T02:00:00.000Z', 'counter'),
  note,
});

function desk(answers: readonly Answer<void>[] = []) {
  const saved: string[] = [];
  const told: SaveState['kind'][] = [];
  let next = 0;
  const saver = createDraftSaver({
    save: async (draft) => {
      saved.push(draft.note);
      return answers[next++] ?? ok(undefined);
    },
    told: ({ kind }) => told.push(kind),
    now: () => 0,
  });
  return { saver, saved, told };
}

describe('a draft being typed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is on the machine within 300 ms of the last change, once', async () => {
    const { saver, saved, told } = desk();
    for (const note of ['a', 'ab', 'abc']) saver.change(draftWith(note));
    await vi.advanceTimersByTimeAsync(300);
    expect(saved).toEqual(['abc']);
    expect(told).toEqual(['saving', 'saved']);
  });

  it('is saved at once when the field is left', async () => {
    const { saver, saved } = desk();
    saver.change(draftWith('a'));
    await saver.flush();
    expect(saved).toEqual(['a']);
  });

  it('that changes while it is being saved is saved again, the latest last', async () => {
    const { saver, saved } = desk();
    saver.change(draftWith('a'));
    const first = saver.flush();
    saver.change(draftWith('b'));
    await first;
    await vi.advanceTimersByTimeAsync(300);
    expect(saved.at(-1)).toBe('b');
  });

  it('that could not be saved is tried again by itself and the clerk is told', async () => {
    const { saver, saved, told } = desk([err({ code: 'disk-full' })]);
    saver.change(draftWith('a'));
    await saver.flush();
    expect(told.at(-1)).toBe('failed');
    await vi.advanceTimersByTimeAsync(2100);
    expect(saved).toEqual(['a', 'a']);
    expect(told.at(-1)).toBe('saved');
  });

  it('that was thrown away is not saved any more', async () => {
    const { saver, saved } = desk();
    saver.change(draftWith('a'));
    saver.drop();
    await vi.advanceTimersByTimeAsync(1000);
    await saver.flush();
    expect(saved).toEqual([]);
  });
});
