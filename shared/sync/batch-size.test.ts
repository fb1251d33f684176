import { describe, expect, it } from 'vitest';
import { firstBatchSize, grown, isStuck, refused, shrunk } from './batch-size.ts';

describe('the size of a batch', () => {
  it('doubles up to five hundred while the line is quick, and stays when it is slow', () => {
    let batch = firstBatchSize;
    for (let n = 0; n < 5; n++) batch = grown(batch, 300);
    expect(batch.limit).toBe(500);
    expect(grown(firstBatchSize, 5_000).limit).toBe(50);
  });

  it('halves what was really sent, down to one', () => {
    expect(shrunk({ limit: 500, refusals: 0 }, 12).limit).toBe(6);
    expect(shrunk(firstBatchSize, 1).limit).toBe(1);
  });

  it('forgives one failure of the gateway and halves at the second', () => {
    const once = refused(firstBatchSize, 50);
    expect(once.limit).toBe(50);
    expect(refused(once, 50).limit).toBe(25);
  });

  it('names an operation undeliverable only when it failed twice alone', () => {
    const once = refused({ limit: 1, refusals: 0 }, 1);
    expect(isStuck(once, 1)).toBe(false);
    expect(isStuck(refused(once, 1), 1)).toBe(true);
    expect(isStuck({ limit: 10, refusals: 5 }, 10)).toBe(false);
  });
});
