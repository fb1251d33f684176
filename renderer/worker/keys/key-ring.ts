import type { Host } from '../../../shared/host/contract.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Signer } from '../../../shared/ports.ts';
import { fromBase64url } from './bytes.ts';
import { deriveKey } from './derive-key.ts';
import { SealBroken, unsealText } from './seal.ts';
import { EnrolmentFacts, encodeVault, type VaultClerk, type VaultFile } from './vault-file.ts';
import { webSigner } from './web-crypto-ports.ts';
import { freshAesKey, unwrapAesKey, unwrapSigningKey, wrapAesKey } from './wrap.ts';

/** Keys of the machine, held from the first unlock until suspend or exit. None of them can leave WebCrypto. */
export interface MachineKeys {
  readonly facts: EnrolmentFacts;
  readonly dataKey: CryptoKey;
  readonly device: Signer;
  readonly devicePublicKey: string;
  readonly clerkPublicKeys: readonly { readonly id: string; readonly publicKey: string }[];
  /** key to seal journal and blobs of a month (`yyyy-mm`); made and written into the vault on first use */
  readonly monthKey: (month: string) => Promise<CryptoKey>;
  /** key to open what was sealed in a month; throws SealBroken when the vault has none */
  readonly openingKey: (month: string) => Promise<CryptoKey>;
}

/** One clerk at the counter, dropped at lock. */
export interface ClerkKeys {
  readonly id: string;
  readonly name: string;
  readonly signer: Signer;
}

/** Opens the vault for one clerk; `secret-wrong` when her secret does not open it. */
export async function openVault(
  vault: VaultFile,
  clerkId: string,
  secret: string,
  host: Pick<Host, 'vaultWrite'>,
): Promise<Result<{ machine: MachineKeys; clerk: ClerkKeys }, 'clerk-unknown' | 'secret-wrong'>> {
  const clerk = vault.clerks.find(({ id }) => id === clerkId);
  if (!clerk) return err('clerk-unknown');
  try {
    const kek = await deriveKey(secret, clerk.salt, clerk.kdf);
    const dataKey = await unwrapAesKey(clerk.dataKey, kek, place.clerkDataKey(clerk.id));
    const signing = await unwrapSigningKey(clerk.signingKey, kek, place.clerkSigningKey(clerk.id));
    const machine = await openMachine(vault, dataKey, host);
    return ok({ machine, clerk: { id: clerk.id, name: clerk.name, signer: webSigner(signing) } });
  } catch (error) {
    if (error instanceof SealBroken) return err('secret-wrong');
    throw error;
  }
}

/** Where each wrapped key belongs; a wrapping moved to another place does not open. */
export const place = {
  clerkDataKey: (clerk: VaultClerk['id']) => `vault|data|${clerk}`,
  clerkSigningKey: (clerk: VaultClerk['id']) => `vault|clerk|${clerk}`,
  device: 'vault|device',
  facts: 'vault|facts',
  month: (month: string) => `vault|month|${month}`,
} as const;

async function openMachine(
  vault: VaultFile,
  dataKey: CryptoKey,
  host: Pick<Host, 'vaultWrite'>,
): Promise<MachineKeys> {
  const facts = EnrolmentFacts.parse(
    JSON.parse(await unsealText(dataKey, place.facts, fromBase64url(vault.facts))),
  );
  return {
    facts,
    dataKey,
    device: webSigner(await unwrapSigningKey(vault.device.key, dataKey, place.device)),
    devicePublicKey: vault.device.publicKey,
    clerkPublicKeys: vault.clerks.map(({ id, publicKey }) => ({ id, publicKey })),
    ...monthKeys(vault, dataKey, host),
  };
}

/** Opens month keys once each, one after the other, so that two writers cannot overwrite each other's month. */
function monthKeys(
  opened: VaultFile,
  dataKey: CryptoKey,
  host: Pick<Host, 'vaultWrite'>,
): Pick<MachineKeys, 'monthKey' | 'openingKey'> {
  let vault = opened;
  let last: Promise<unknown> = Promise.resolve();
  const known = new Map<string, CryptoKey>();
  const open = async (month: string): Promise<CryptoKey | undefined> => {
    const wrapped = vault.months[month];
    const ready = known.get(month);
    if (ready || !wrapped) return ready;
    const key = await unwrapAesKey(wrapped, dataKey, place.month(month));
    known.set(month, key);
    return key;
  };
  const make = async (month: string): Promise<CryptoKey> => {
    const wrapped = await wrapAesKey(await freshAesKey(), dataKey, place.month(month));
    const next = { ...vault, months: { ...vault.months, [month]: wrapped } };
    await host.vaultWrite(encodeVault(next));
    vault = next;
    const key = await open(month);
    if (!key) throw new Error('month key lost');
    return key;
  };
  const queued = <T>(task: () => Promise<T>): Promise<T> => {
    const next = last.then(task);
    last = next.catch(() => undefined);
    return next;
  };
  return {
    monthKey: (month) => queued(async () => (await open(month)) ?? make(month)),
    openingKey: (month) =>
      queued(async () => {
        const key = await open(month);
        if (!key) throw new SealBroken('month');
        return key;
      }),
  };
}
