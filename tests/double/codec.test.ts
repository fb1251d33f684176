import fc from 'fast-check';
import { expect, test } from 'vitest';
import createCodec from './electron/codec.cjs';

const codec = createCodec();
const leaf = fc.oneof(
  fc.string(),
  fc.double({ noNaN: false }).map((value) => (Object.is(value, -0) ? 0 : value)),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.bigInt(),
  fc.uint8Array(),
  fc.date({ noInvalidDate: true }),
);
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value')),
    fc.dictionary(fc.string(), tie('value'), { noNullPrototype: true }),
  ),
})).value;

test('what crosses a boundary of the double arrives as it was', () => {
  fc.assert(
    fc.property(anything, (value) => {
      expect(codec.decode(codec.encode(value))).toEqual(value);
    }),
  );
});

test('functions and symbols cannot be cloned, as in Electron', () => {
  expect(() => codec.encode({ f: () => 1 })).toThrow('An object could not be cloned.');
  expect(() => codec.encode(Symbol('s'))).toThrow('An object could not be cloned.');
});
