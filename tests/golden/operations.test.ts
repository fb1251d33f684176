import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { actBytes, operationBytes, parseOperation, SignedOperation } from '../../shared/domain/operation.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import golden from './operations.json' with { type: 'json' };

const key = createPublicKey({ key: Buffer.from(golden.publicKey, 'base64url'), format: 'der', type: 'spki' });
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const verified = (text: string, signature: string) =>
  verify(
    'sha256',
    Buffer.from(text, 'utf8'),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );

describe('golden operations: these texts, hashes and signatures never change', () => {
  it.each(golden.operations)('$title', ({ bytes, hash, act, actHash, signature, clerkSignature }) => {
    const operation = parseOperation(bytes);
    if (!operation) throw new Error('a golden operation is no longer read');
    expect(operationBytes(operation)).toBe(bytes);
    expect(actBytes(operation)).toBe(act);
    expect([sha256(bytes), sha256(act)]).toEqual([hash, actHash]);
    expect(verified(bytes, signature)).toBe(true);
    expect(verified(act, clerkSignature)).toBe(true);
    expect(verified(act, signature)).toBe(false);
    expect(SignedOperation.safeParse({ bytes, signature, clerkSignature }).success).toBe(true);
  });
  it('keeps the act when the device begins a new epoch', () => {
    const { bytes, act } = golden.operations[1] ?? { bytes: '', act: '' };
    const operation = parseOperation(bytes);
    expect(operation && actBytes({ ...operation, epoch: 2, seq: 1, prev: '0' })).toBe(act);
  });
  it('reads no text that is spelled otherwise than it would be written', () => {
    const { bytes } = golden.operations[0] ?? { bytes: '' };
    expect(parseOperation(` ${bytes}`)).toBeUndefined();
    expect(parseOperation(bytes.normalize('NFD'))).toBeUndefined();
    expect(parseOperation(bytes.replace('"v":1', '"v":2'))).toBeUndefined();
    expect(parseOperation(bytes.replace('dossier.receive', 'dossier.forget'))).toBeUndefined();
    expect(parseOperation(bytes.replace('"sets":1', '"sets":1,"tmp":1'))).toBeUndefined();
    expect(parseOperation('')).toBeUndefined();
  });
});

describe('canonical JSON (RFC 8785)', () => {
  it('orders keys by UTF-16 code units, writes numbers as ECMAScript does and every text in NFC', () => {
    expect(canonicalJson({ ö: 5, '\u20ac': 1, '\r': 2, '\ud83d\ude00': 6, '1': 3 })).toBe(
      '{"\\r":2,"1":3,"ö":5,"€":1,"😀":6}',
    );
    expect(canonicalJson({ b: [1e21, 0.000001, -0, 1.5], a: 'é'.normalize('NFD') })).toBe(
      '{"a":"é","b":[1e+21,0.000001,0,1.5]}',
    );
  });
  it('refuses what JSON cannot carry', () => {
    for (const value of [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      '\ud800',
      () => 1,
      { é: 1, ['é'.normalize('NFD')]: 2 },
    ])
      expect(() => canonicalJson(value)).toThrow();
  });
});
