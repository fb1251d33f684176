import type { Workspace } from '../../../shared/host/contract.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import type { Enrolment } from '../../../shared/protocol/enrolment.ts';
import { toBase64url } from './bytes.ts';
import { deriveKey, type KdfParameters } from './derive-key.ts';
import { place } from './key-ring.ts';
import { sealText } from './seal.ts';
import type { SecretKind } from './secret-rule.ts';
import type { EnrolmentFacts, VaultClerk, VaultFile } from './vault-file.ts';
import { randomBytes } from './web-crypto-ports.ts';
import { freshAesKey, freshSigningKey, wrapAesKey } from './wrap.ts';

export interface NewVault {
  readonly workspace: Workspace;
  readonly secret: SecretKind;
  readonly enrolment: Enrolment;
  readonly office: VaultFile['office'];
  readonly secrets: ReadonlyMap<string, string>;
  readonly kdf: KdfParameters;
  readonly createdAt: VaultFile['createdAt'];
  readonly month: string;
  /** stores the pack sets under the first month's key and answers where they are */
  readonly keepPacks: (monthKey: CryptoKey) => Promise<EnrolmentFacts['packs']>;
}

/** Makes every key of a new installation and the vault that holds them wrapped. Nothing is written but the packs. */
export async function createVault(wanted: NewVault): Promise<VaultFile> {
  const { enrolment } = wanted;
  const dataKey = await freshAesKey();
  const monthKey = await freshAesKey();
  const device = await freshSigningKey(dataKey, place.device);
  const facts: EnrolmentFacts = {
    device: enrolment.device,
    commune: enrolment.commune,
    series: enrolment.series,
    token: enrolment.token,
    gatewayUrl: enrolment.gatewayUrl,
    gatewayKey: enrolment.gatewayKey,
    packs: await wanted.keepPacks(monthKey),
    issuedAt: enrolment.issuedAt,
  };
  const clerks: VaultClerk[] = [];
  for (const clerk of enrolment.clerks) {
    const secret = wanted.secrets.get(clerk.id);
    if (secret !== undefined) clerks.push(await newClerk(clerk, secret, dataKey, wanted.kdf));
  }
  return {
    v: 1,
    workspace: wanted.workspace,
    createdAt: wanted.createdAt,
    secret: wanted.secret,
    office: wanted.office,
    clerks,
    device: { id: enrolment.device, publicKey: device.publicKey, key: device.wrapped },
    months: { [wanted.month]: await wrapAesKey(monthKey, dataKey, place.month(wanted.month)) },
    facts: toBase64url(await sealText(dataKey, place.facts, canonicalJson(facts))),
  };
}

async function newClerk(
  clerk: Enrolment['clerks'][number],
  secret: string,
  dataKey: CryptoKey,
  kdf: KdfParameters,
): Promise<VaultClerk> {
  const salt = toBase64url(randomBytes(16));
  const kek = await deriveKey(secret, salt, kdf);
  const signing = await freshSigningKey(kek, place.clerkSigningKey(clerk.id));
  return {
    id: clerk.id,
    name: clerk.name,
    roles: clerk.roles,
    kdf,
    salt,
    dataKey: await wrapAesKey(dataKey, kek, place.clerkDataKey(clerk.id)),
    signingKey: signing.wrapped,
    publicKey: signing.publicKey,
  };
}
