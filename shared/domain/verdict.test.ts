import { describe, expect, it } from 'vitest';
import { anId } from '../../tests/builders/an-operation.ts';
import { OperationId } from './identity/ids.ts';
import { dependencyRefusal, type VerdictResult } from './verdict.ts';

const deps = [OperationId.parse(anId(1)), OperationId.parse(anId(2))];
const judged = (first: VerdictResult | undefined, second: VerdictResult | undefined) =>
  dependencyRefusal({ deps }, (id) => (id === deps[0] ? first : second));

describe('an act that builds on others (R-SYNC-1)', () => {
  it('goes through when all of them took effect, merged ones included', () => {
    expect(judged('applied', 'merged')).toBeUndefined();
    expect(dependencyRefusal({ deps: [] }, () => undefined)).toBeUndefined();
  });
  it.each(['conflict', 'rejected', 'blocked', undefined] as const)(
    'is blocked by one that is %s, and names it',
    (result) => {
      expect(judged('applied', result)).toEqual({
        kind: 'blocked',
        code: 'dependency-refused',
        detail: deps[1],
      });
    },
  );
});
