import { describe, expect, it } from 'vitest';
import { formatProvisionalCode, parseProvisionalCode } from '../../shared/domain/dossier/provisional-code.ts';
import vectors from './provisional-code.json' with { type: 'json' };

describe('golden provisional codes', () => {
  it.each(vectors)('$text is the code of series $series, number $number', ({ series, number, text }) => {
    expect(formatProvisionalCode({ series, number })).toBe(text);
    expect(parseProvisionalCode(text)).toEqual({ ok: true, value: { series, number } });
  });
});
