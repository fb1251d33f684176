import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packFrame, type Utf8, unpackFrame } from './wire.ts';

const utf8: Utf8 = {
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
};
const through = (value: unknown) => unpackFrame(packFrame(value, utf8), utf8);

const leaf = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
  fc.uint8Array({ maxLength: 300 }),
);
const key = fc.oneof(fc.string(), fc.constantFrom('$', '$$', '$0', '__proto__', 'constructor'));
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value')),
    fc.dictionary(key, tie('value'), { noNullPrototype: true }),
  ),
})).value;

test('every value of the bridge comes out of its frame as it went in', () => {
  fc.assert(
    fc.property(anything, (value) => {
      expect(through(value)).toEqual(value);
    }),
  );
});

test('bytes come out as copies of their own, not as views of the frame', () => {
  const [part] = through([new Uint8Array([1, 2, 3])]) as Uint8Array[];
  expect(part?.buffer.byteLength).toBe(3);
});

test('a frame cut anywhere is refused', () => {
  const frame = packFrame({ method: 'draftWrite', args: ['slot', new Uint8Array(20)] }, utf8);
  for (let length = 0; length < frame.length; length++)
    expect(() => unpackFrame(frame.subarray(0, length), utf8), `cut at ${length}`).toThrow();
});

test('a frame with bytes too many, missing parts or a head of something else is refused', () => {
  const frame = packFrame('x', utf8);
  expect(() => unpackFrame(new Uint8Array([...frame, 0]), utf8)).toThrow('left over');
  const headed = (head: string) => {
    const text = utf8.encode(head);
    return new Uint8Array([0, 0, 0, text.length, ...text]);
  };
  for (const head of ['{}', '[]', 'null', '{"value":{"$":3},"parts":[]}', '{"value":1,"parts":[-1]}'])
    expect(() => unpackFrame(headed(head), utf8), head).toThrow('frame');
});
