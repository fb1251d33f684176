import { z } from 'zod';
import { AgencyCode, ClerkId, DeviceId, Instant } from '../../../shared/domain/identity/ids.ts';
import { Workspace } from '../../../shared/host/contract.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { Role } from '../../../shared/protocol/enrolment.ts';
import { PublicKey } from '../../../shared/protocol/messages.ts';
import { type Bytes, concat, fromUtf8, utf8 } from './bytes.ts';
import { KdfParameters } from './derive-key.ts';

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);

/** What the door shows before anybody has unlocked: the office, never a citizen. */
export const OfficeFacts = z.strictObject({
  name: z.string(),
  parent: z.string(),
  desk: z.string(),
  device: DeviceId,
  deviceName: z.string(),
  demonstration: z.boolean(),
  packTitle: z.string(),
  recipients: z.array(z.string()),
});

export const VaultClerk = z.strictObject({
  id: ClerkId,
  name: z.string(),
  roles: z.array(Role),
  kdf: KdfParameters,
  salt: base64url,
  /** the installation's data key and the clerk's signing key, both under the key derived from her secret */
  dataKey: base64url,
  signingKey: base64url,
  publicKey: PublicKey,
});
export type VaultClerk = z.infer<typeof VaultClerk>;

/**
 * két khóa — every key of this machine, wrapped, in one file on the host: losing all of IndexedDB loses none of them.
 * `facts` is what the enrolment said, sealed under the data key; `months` are the keys of journal and blobs by month.
 */
export const VaultFile = z.strictObject({
  v: z.literal(1),
  workspace: Workspace,
  createdAt: Instant,
  secret: z.enum(['pin', 'passphrase']),
  office: OfficeFacts,
  clerks: z.array(VaultClerk).min(1),
  device: z.strictObject({ id: DeviceId, publicKey: PublicKey, key: base64url }),
  months: z.record(z.string().regex(/^\d{4}-\d{2}$/), base64url),
  facts: base64url,
});
export type VaultFile = z.infer<typeof VaultFile>;

/** The sealed part: what the worker needs to speak with the province and to number dossiers. */
export const EnrolmentFacts = z.strictObject({
  device: DeviceId,
  commune: AgencyCode,
  series: z.string(),
  token: z.string(),
  gatewayUrl: z.string(),
  gatewayKey: PublicKey,
  /** pack sets stand as sealed blobs on the host */
  packs: z.array(z.strictObject({ hash: z.string(), blob: z.uuid(), bytes: z.int(), month: z.string() })),
  issuedAt: Instant,
});
export type EnrolmentFacts = z.infer<typeof EnrolmentFacts>;

const VERSION = 1;

/** Version byte, then canonical JSON. */
export const encodeVault = (vault: VaultFile): Bytes =>
  concat(new Uint8Array([VERSION]), utf8(canonicalJson(vault)));

/** Reads a vault strictly; `vault-newer` when a later release has written it. */
export function decodeVault(file: Uint8Array): Result<VaultFile, 'vault-newer' | 'vault-damaged'> {
  if (file[0] !== VERSION)
    return err(file[0] !== undefined && file[0] > VERSION ? 'vault-newer' : 'vault-damaged');
  try {
    const parsed = VaultFile.safeParse(JSON.parse(fromUtf8(file.subarray(1))));
    return parsed.success ? ok(parsed.data) : err('vault-damaged');
  } catch {
    return err('vault-damaged');
  }
}
