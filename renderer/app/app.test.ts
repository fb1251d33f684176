import { describe, expect, it } from 'vitest';
import { tables } from '../text/texts.ts';
import type { LineView } from '../worker/api.ts';
import { lineText } from './line-text.ts';
import { readPreferences, writePreferences } from './preferences.ts';

const line = (change: Partial<LineView>): LineView => ({
  state: 'unknown',
  busy: false,
  waiting: 0,
  filesWaiting: 0,
  attention: 0,
  ...change,
});

describe('the line in words', () => {
  const { shell } = tables.vi;

  it('says offline as a normal state with what waits', () => {
    expect(lineText(shell, line({ state: 'offline', waiting: 14 }))).toBe('Ngoại tuyến · 14 việc chờ gửi');
  });

  it('says online only when nothing waits any more', () => {
    expect(lineText(shell, line({ state: 'online' }))).toBe(shell.online);
    expect(lineText(shell, line({ state: 'online', waiting: 3, busy: true }))).toBe(shell.sending(3));
    expect(lineText(shell, line({ state: 'online', waiting: 3 }))).toBe(shell.onlineWaiting(3));
  });

  it('claims nothing before the province was asked', () => {
    expect(lineText(shell, undefined)).toBe(shell.lineUnknown(0));
  });
});

describe('language and look', () => {
  const storage = (first?: string) => {
    let kept = first ?? null;
    return {
      getItem: () => kept,
      setItem: (_key: string, value: string) => {
        kept = value;
      },
    };
  };

  it('come back as they were chosen', () => {
    const kept = storage();
    writePreferences(kept, { language: 'en', theme: 'dark' });
    expect(readPreferences(kept)).toEqual({ language: 'en', theme: 'dark' });
  });

  it('are the usual ones when what is stored cannot be read', () => {
    expect(readPreferences(storage('not json'))).toEqual({ language: 'vi', theme: 'system' });
    expect(readPreferences(storage('{"language":"xx","theme":7}'))).toEqual({
      language: 'vi',
      theme: 'system',
    });
  });
});
