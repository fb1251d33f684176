import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { enIntake } from './en.intake.ts';
import { tables } from './texts.ts';
import { viIntake } from './vi.intake.ts';

/** Every text with its place; functions are called with sample values, so that what they say is read too. */
function textsOf(value: unknown, at: string): readonly (readonly [at: string, text: string])[] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value === 'function') return textsOf((value as (...a: unknown[]) => unknown)(2, 2, 2), at);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => textsOf(member, `${at}.${key}`));
}

const vietnamese = textsOf({ ...tables.vi, intake: viIntake }, 'vi');
const english = textsOf({ ...tables.en, intake: enIntake }, 'en');
/** what the other spelling of the tone mark looks like: hoá, khoá, xoá, toà, uỷ, thuỷ, huỷ, quý is right in both */
const modern = /(?<!q)u[ỷỳýỹỵ](?=$|[^\p{L}])|o[áàảãạ](?=$|[^\p{L}])|o[éèẻẽẹ](?=$|[^\p{L}])/iu;
/** English words that would betray a forgotten translation; names of keys and formats are not among them */
const leftovers =
  /\b(the|and|please|error|loading|cancel|save|close|open|offline|online|sync|file|upload|retry|warning|dossier)\b/i;

describe('the words on the screen', () => {
  it('are Vietnamese in NFC', () => {
    expect(vietnamese.filter(([, text]) => text !== text.normalize('NFC'))).toEqual([]);
  });

  it('keep the traditional spelling of the law texts (ủy, hóa, khóa, xóa, thủy, hủy)', () => {
    for (const wrong of ['hoá', 'khoá', 'xoá', 'uỷ quyền', 'thuỷ', 'huỷ', 'toà'])
      expect(modern.test(wrong), wrong).toBe(true);
    for (const right of ['hóa', 'ủy', 'quý vị', 'quỹ', 'hoàn', 'toán', 'tòa', 'thuế'])
      expect(modern.test(right), right).toBe(false);
    expect(vietnamese.filter(([, text]) => modern.test(text))).toEqual([]);
  });

  it('hold no English leftovers in Vietnamese', () => {
    expect(vietnamese.filter(([, text]) => leftovers.test(text))).toEqual([]);
  });

  it('say the same things in both languages, none of them empty', () => {
    const places = (texts: typeof vietnamese) => texts.map(([at]) => at.slice(3)).sort();
    expect(places(english)).toEqual(places(vietnamese));
    expect([...vietnamese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

describe('every problem', () => {
  it('says what happened, what is safe and what to do now, each in a sentence', () => {
    for (const table of [tables.vi.errors, tables.en.errors])
      for (const [code, { heading, safe, action }] of Object.entries(table))
        for (const part of [heading, safe, action]) expect(part, code).toMatch(/^\S.{5,}\.$/u);
  });

  it('the worker may answer has a text of its own', () => {
    const root = path.resolve(import.meta.dirname, '../worker');
    const codes = new Set<string>();
    for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
      const source = readFileSync(path.join(root, name), 'utf8');
      for (const [, code] of source.matchAll(/\berr\(\{ code: '([a-z-]+)'/g)) if (code) codes.add(code);
      for (const [, code] of source.matchAll(/problem: \{ code: '([a-z-]+)'/g)) if (code) codes.add(code);
    }
    expect(codes.size).toBeGreaterThan(10);
    const known = new Set(Object.keys(tables.vi.errors));
    expect([...codes].filter((code) => !known.has(code))).toEqual([]);
  });
});
