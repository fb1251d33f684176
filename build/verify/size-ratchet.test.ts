import { describe, expect, it } from 'vitest';
import { type Sizes, sizeFaults, tightened } from './size-ratchet.ts';

const sizes = (lines: Record<string, number>, folders: Record<string, number> = {}): Sizes => ({
  lines: new Map(Object.entries(lines)),
  folders: new Map(Object.entries(folders)),
});

describe('the size ratchet', () => {
  it('refuses more than 500 lines even where they were noted', () => {
    expect(sizeFaults(sizes({ 'a.ts': 501 }), { 'a.ts': 501 })).toHaveLength(1);
  });

  it('refuses a new file above 150 lines until it is noted', () => {
    expect(sizeFaults(sizes({ 'a.ts': 151 }), {})).toHaveLength(1);
    expect(sizeFaults(sizes({ 'a.ts': 151 }), { 'a.ts': 151 })).toEqual([]);
  });

  it('refuses growth of a noted file and a note that is no longer needed', () => {
    expect(sizeFaults(sizes({ 'a.ts': 201 }), { 'a.ts': 200 })).toHaveLength(1);
    expect(sizeFaults(sizes({ 'a.ts': 150 }), { 'a.ts': 200 })).toHaveLength(1);
  });

  it('refuses a folder of more than 15 files', () => {
    expect(sizeFaults(sizes({}, { 'shared/lib': 16 }), {})).toHaveLength(1);
  });

  it('never loosens a note and takes up a new file only when it is named', () => {
    const now = sizes({ 'a.ts': 180, 'b.ts': 300, 'c.ts': 20, 'd.ts': 160, 'e.ts': 170 });
    expect(tightened(now, { 'a.ts': 200, 'b.ts': 250, 'c.ts': 190 }, ['e.ts'])).toEqual({
      'a.ts': 180,
      'b.ts': 250,
      'e.ts': 170,
    });
  });
});
