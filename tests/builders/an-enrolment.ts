import { demonstrationPackSet } from '../../gateway/packs/demonstration.ts';
import { toBase64url } from '../../renderer/worker/keys/bytes.ts';
import { P256, webDigest, webSigner } from '../../renderer/worker/keys/web-crypto-ports.ts';
import type { PackSetContent } from '../../shared/domain/packs/pack-set.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';

export interface EnrolmentWish {
  readonly clerks?: readonly { id: string; name: string; roles: readonly string[] }[];
  readonly content?: Partial<PackSetContent>;
  readonly expiresAt?: string;
}

/** The text of an enrolment file, signed by a province made for this call. */
export async function anEnrolmentFile(wish: EnrolmentWish = {}): Promise<string> {
  const province = await crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const gatewayKey = toBase64url(new Uint8Array(await crypto.subtle.exportKey('spki', province.publicKey)));
  const signer = webSigner(province.privateKey);
  const content = canonicalJson({ ...demonstrationPackSet(), ...wish.content });
  const { title, demonstration } = JSON.parse(content) as PackSetContent;
  const manifest = canonicalJson({
    v: 1,
    title,
    effectiveFrom: '2025-06-30T17:00:00.000Z',
    content: await webDigest.sha256(content),
    demonstration,
  });
  const enrolment = canonicalJson({
    v: 1,
    device: 'XM-Q1-7K3M',
    deviceName: 'Quầy 1',
    commune: 'H99.01',
    series: '0B2',
    token: 'a-token-of-more-than-20-characters',
    gatewayUrl: 'http://127.0.0.1:47620',
    gatewayKey,
    clerks: wish.clerks ?? [
      { id: 'lan.nt', name: 'Nguyễn Thị Lan', roles: ['reception'] },
      { id: 'minh.tv', name: 'Trần Văn Minh', roles: ['reception', 'processing'] },
    ],
    packs: [{ manifest, signature: await signer.sign(manifest), content }],
    issuedAt: '2026-11-01T00:00:00.000Z',
    expiresAt: wish.expiresAt ?? '2027-11-01T00:00:00.000Z',
  });
  return JSON.stringify({ enrolment, signature: await signer.sign(enrolment) });
}
