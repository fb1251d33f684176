import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign as signWith,
  verify as verifyWith,
} from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Digest, Signer, Verifier } from '../ports.ts';
import { readSignature, signatureBase, signRequest, verifyRequest } from './http-signature.ts';

const digest: Digest = { sha256: async (data) => createHash('sha256').update(data).digest('hex') };
/** a published test key, RFC 9421 B.1.3 (test-key-ecc-p256) */
const PRIVATE = createPrivateKey(
  '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIFKbhfNZfpDsW43+0+JjUr9K+bTeuxopu653+hBaXGA7oAoGCCqGSM49\nAwEHoUQDQgAEqIVYZVLCrPZHGHjP17CTW0/+D9Lfw0EkjqF7xB4FivAxzic30tMM\n4GF+hR6Dxh71Z50VGGdldkkDXZCnTNnoXQ==\n-----END EC PRIVATE KEY-----\n',
);
const PUBLIC = createPublicKey(PRIVATE).export({ type: 'spki', format: 'der' }).toString('base64url');
const signer: Signer = {
  sign: async (text) =>
    signWith('sha256', Buffer.from(text), { key: PRIVATE, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
};
const verifier: Verifier = {
  verify: async (key, text, signature) =>
    verifyWith(
      'sha256',
      Buffer.from(text),
      {
        key: createPublicKey({ key: Buffer.from(key, 'base64url'), format: 'der', type: 'spki' }),
        dsaEncoding: 'ieee-p1363',
      },
      Buffer.from(signature, 'base64url'),
    ),
};

const request = {
  method: 'POST',
  path: '/v1/push?a=b',
  body: new TextEncoder().encode('{"hello": "world"}'),
};
const parameters = { device: 'H06-36-7K3M', created: 1_618_884_473, nonce: 'b3k2pp5k7z-50gnwp' };

describe('the signature of a request', () => {
  it('is over exactly this text', async () => {
    const headers = await signRequest(request, parameters, digest, signer);
    expect(signatureBase(request, parameters, headers['content-digest'])).toBe(
      [
        '"@method": POST',
        '"@path": /v1/push',
        '"@query": ?a=b',
        '"content-digest": sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:',
        '"@signature-params": ("@method" "@path" "@query" "content-digest");created=1618884473;nonce="b3k2pp5k7z-50gnwp";keyid="H06-36-7K3M";alg="ecdsa-p256-sha256"',
      ].join('\n'),
    );
  });

  it('is read back and believed, and nothing of the request may change after it', async () => {
    const headers = await signRequest(request, parameters, digest, signer);
    const read = readSignature((name) => headers[name as keyof typeof headers]);
    if (!read) throw new Error('unread');
    expect(read).toMatchObject(parameters);
    const check = (changed: typeof request) => verifyRequest(changed, read, PUBLIC, digest, verifier);
    expect(await check(request)).toBe(true);
    expect(await check({ ...request, method: 'PUT' })).toBe(false);
    expect(await check({ ...request, path: '/v1/push?a=c' })).toBe(false);
    expect(await check({ ...request, path: '/v1/pull?a=b' })).toBe(false);
    expect(await check({ ...request, body: new TextEncoder().encode('{}') })).toBe(false);
    expect(await verifyRequest(request, { ...read, created: 1 }, PUBLIC, digest, verifier)).toBe(false);
    expect(await verifyRequest(request, { ...read, device: 'H06-36-AAAA' }, PUBLIC, digest, verifier)).toBe(
      false,
    );
  });

  it('of a request without body and query covers the empty ones', async () => {
    const bare = { method: 'GET', path: '/v1/packs' };
    const headers = await signRequest(bare, parameters, digest, signer);
    expect(headers['content-digest']).toBe('sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:');
    expect(signatureBase(bare, parameters, headers['content-digest'])).toContain('"@query": ?\n');
  });

  it('spelled otherwise is not read', async () => {
    const headers = await signRequest(request, parameters, digest, signer);
    const changed = (name: string, from: string, to: string) =>
      readSignature((asked) => {
        const value = headers[asked as keyof typeof headers];
        return asked === name ? value.replace(from, to) : value;
      });
    expect(changed('signature-input', '"@query" ', '')).toBeUndefined();
    expect(changed('signature-input', 'ecdsa-p256-sha256', 'hmac-sha256')).toBeUndefined();
    expect(changed('signature', 'tram=', 'other=')).toBeUndefined();
    expect(changed('content-digest', 'sha-256', 'sha-512')).toBeUndefined();
    expect(readSignature(() => undefined)).toBeUndefined();
  });
});
