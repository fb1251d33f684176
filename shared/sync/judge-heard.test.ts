import { describe, expect, it } from 'vitest';
import { judgeHeard } from './judge-heard.ts';

const here = { registered: true, epoch: 2, lastSeq: 10, head: 'h10', generation: 3 };
const there = { epoch: 2, lastSeq: 10, head: 'h10', generation: 3 };

describe('what a reply says about the two histories', () => {
  it.each([
    ['the same', there, 'current'],
    ['the province has not all yet', { ...there, lastSeq: 4, head: 'h4' }, 'current'],
    ['an older generation', { ...there, generation: 2 }, 'stale'],
    ['an older epoch', { ...there, epoch: 1 }, 'stale'],
    ['an epoch begun elsewhere', { ...there, epoch: 3 }, 'forked'],
    ['operations this machine never wrote', { ...there, lastSeq: 11, head: 'h11' }, 'forked'],
    ['another last operation', { ...there, head: 'other' }, 'forked'],
    ['a restored province', { ...there, generation: 4, lastSeq: 2, head: 'h2' }, 'newGeneration'],
    ['a province restored to before our epoch', { ...there, generation: 4, epoch: 1 }, 'forked'],
  ] as const)('%s', (_, heard, judgement) => {
    expect(judgeHeard(here, heard)).toBe(judgement);
  });
});
