import { Instant } from '../../../shared/domain/identity/ids.ts';
import type { Workspace } from '../../../shared/host/contract.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Answer } from '../api.ts';
import type { WorldPorts } from '../boot/office.ts';
import { keepBlob } from '../files/blob.ts';
import { monthOf } from '../journal/journal.ts';
import { utf8 } from '../keys/bytes.ts';
import { createVault } from '../keys/create-vault.ts';
import type { KdfParameters } from '../keys/derive-key.ts';
import { secretAccepted, secretKind } from '../keys/secret-rule.ts';
import { type EnrolmentFacts, encodeVault, type VaultFile } from '../keys/vault-file.ts';
import { type ReadEnrolment, readEnrolmentFile } from './read-enrolment.ts';

/**
 * Begins an installation: makes all keys and writes the vault, which is the moment the machine counts as enrolled.
 * What stands before it (pack blobs) is only found through it. An existing vault is never replaced.
 */
export async function enrolMachine(
  ports: WorldPorts,
  workspace: Workspace,
  kdf: KdfParameters,
  input: { readonly file: string; readonly secrets: readonly { clerk: string; secret: string }[] },
): Promise<Answer<VaultFile>> {
  if ((await ports.host.vaultRead()).file) return err({ code: 'already-enrolled' });
  const read = await readEnrolmentFile(input.file, workspace, ports);
  if (!read.ok) return read;
  const secrets = new Map(input.secrets.map(({ clerk, secret }) => [clerk, secret]));
  const kind = secretKind(workspace);
  for (const clerk of read.value.enrolment.clerks) {
    const secret = secrets.get(clerk.id);
    if (secret === undefined) return err({ code: 'secret-missing', detail: clerk.name });
    if (!secretAccepted(kind, secret))
      return err({ code: kind === 'pin' ? 'pin-too-short' : 'passphrase-too-short', detail: clerk.name });
  }
  const now = ports.clock.now();
  const vault = await createVault({
    workspace,
    secret: kind,
    enrolment: read.value.enrolment,
    office: officeFacts(read.value),
    secrets,
    kdf,
    createdAt: Instant.parse(new Date(now).toISOString()),
    month: monthOf(now),
    keepPacks: (key) => keepPacks(ports, key, read.value, monthOf(now)),
  });
  await ports.host.chooseGateway(read.value.enrolment.gatewayUrl);
  await ports.host.vaultWrite(encodeVault(vault));
  return ok(vault);
}

function officeFacts({ enrolment, present }: ReadEnrolment): VaultFile['office'] {
  const { agency } = present.content;
  return {
    name: agency.name,
    parent: agency.parent,
    desk: agency.oneStopDesk,
    device: enrolment.device,
    deviceName: enrolment.deviceName,
    demonstration: present.content.demonstration,
    packTitle: present.content.title,
    recipients: agency.recipients,
  };
}

async function keepPacks(
  ports: WorldPorts,
  key: CryptoKey,
  { enrolment, packs }: ReadEnrolment,
  month: string,
): Promise<EnrolmentFacts['packs']> {
  const kept: EnrolmentFacts['packs'] = [];
  for (const [at, signed] of enrolment.packs.entries()) {
    const bytes = utf8(canonicalJson(signed));
    const blob = ports.ids.uuidV7();
    await keepBlob(ports.host, key, blob, bytes);
    kept.push({ hash: packs[at]?.hash ?? '', blob, bytes: bytes.byteLength, month });
  }
  return kept;
}
